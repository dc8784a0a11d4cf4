package gassafety.inspection;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The address of this system as it is printed on paper: as set, or as the reader reached it. */
@Component
class Instance {

    private final String address;

    Instance(@Value("${gassafety.address}") String address) {
        this.address = address;
    }

    String address() {
        return address.isEmpty()
                ? ServletUriComponentsBuilder.fromCurrentContextPath().toUriString()
                : address.replaceAll("/+$", "");
    }
}
