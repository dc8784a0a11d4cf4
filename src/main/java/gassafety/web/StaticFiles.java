package gassafety.web;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * Styles, scripts and pictures. Pages name them with a hash of their content, so a browser keeps them for good and yet
 * takes a new release's at once. Only these folders are looked into: each link of a page is asked whether it is a file.
 */
@Configuration
class StaticFiles implements WebMvcConfigurer {

    private static final Duration A_YEAR = Duration.ofDays(365);

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry files) {
        for (String folder : new String[] {"css", "js", "icons"}) {
            serve(files, "/" + folder + "/**", "classpath:/static/" + folder + "/");
        }
        serve(files, "/webjars/**", "classpath:/META-INF/resources/webjars/");
        // The service worker has one address for good, at the root because it serves every page.
        files.addResourceHandler("/sw.js")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(CacheControl.noCache());
    }

    private static void serve(ResourceHandlerRegistry files, String addresses, String folder) {
        files.addResourceHandler(addresses)
                .addResourceLocations(folder)
                .setCacheControl(CacheControl.maxAge(A_YEAR).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }
}
