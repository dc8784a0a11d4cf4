package gassafety.web;

import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/** Paging as every list does it: pages from 1, filters kept in the address. */
public final class Pages {

    /** Rows on one page of a dense list. */
    public static final int SIZE = 50;

    /** The longest text that a list is searched for, in letters. */
    private static final int LONGEST_SEARCH = 100;

    /** A page that no list has: lists show their last one instead. */
    private static final BigInteger FAR_BEYOND = BigInteger.valueOf(10_000_000);

    private Pages() {}

    /** What a list is searched for: stripped, and cut where it is longer than anything that could be found. */
    public static String sought(String q) {
        String stripped = q.strip();
        return stripped.codePointCount(0, stripped.length()) <= LONGEST_SEARCH
                ? stripped
                : stripped.substring(0, stripped.offsetByCodePoints(0, LONGEST_SEARCH));
    }

    /** The page number in an address; anything that is no number means the first page. */
    public static int number(@Nullable String page) {
        if (page == null || !page.matches("0*[0-9]{1,100}")) {
            return 1;
        }
        return new BigInteger(page).max(BigInteger.ONE).min(FAR_BEYOND).intValue();
    }

    /**
     * The page to read of so many rows.
     *
     * @param number page from 1; beyond the last page the last one is read
     */
    public static PageRequest request(int number, long total) {
        long last = Math.max(1, (total + SIZE - 1) / SIZE);
        return PageRequest.of((int) Math.min(Math.max(number, 1), last) - 1, SIZE);
    }

    /** The paging bar of a list that is being shown by the current request. */
    public static PageBar bar(Page<?> page) {
        return new PageBar(
                page.getTotalElements(),
                page.getNumber() + 1,
                Math.max(1, page.getTotalPages()),
                page.getTotalElements() == 0 ? 0 : page.getPageable().getOffset() + 1,
                page.getPageable().getOffset() + page.getNumberOfElements(),
                address(page.getNumber()),
                address(page.getNumber() + 2));
    }

    private static String address(int number) {
        UriComponentsBuilder here = ServletUriComponentsBuilder.fromCurrentRequest();
        return here.scheme(null)
                .host(null)
                .port(null)
                .replaceQueryParam("page", number)
                .build(true)
                .toUriString();
    }

    /**
     * What a filter asks for by its name in the address; null when it asks for nothing.
     *
     * @throws WrongFilter when there is no such choice
     */
    public static <E extends Enum<E>> @Nullable E choice(String filter, Class<E> choices, @Nullable String name) {
        if (name == null || name.isEmpty()) {
            return null;
        }
        return Arrays.stream(choices.getEnumConstants())
                .filter(choice -> choice.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new WrongFilter(filter, "没有这个选项，请从列表中选择。"));
    }
}
