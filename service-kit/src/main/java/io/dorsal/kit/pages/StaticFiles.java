package io.dorsal.kit.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Serves the frame's files under {@code /shell}, and those of the service's own pages under {@code /pages}, from folders of
 * these names on the class path. A browser asks each time whether a file is still the same, by its content: the times of
 * files in a jar tell nothing.
 */
final class StaticFiles implements WebMvcConfigurer {

    private final Map<String, String> tags = new ConcurrentHashMap<>();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        serve(registry, "/shell/");
        serve(registry, "/pages/");
    }

    private void serve(ResourceHandlerRegistry registry, String folder) {
        registry.addResourceHandler(folder + "**")
                .addResourceLocations("classpath:/static" + folder)
                .setUseLastModified(false)
                .setEtagGenerator(this::tag)
                .setCacheControl(CacheControl.noCache());
    }

    private String tag(Resource file) {
        return tags.computeIfAbsent(file.getDescription(), name -> digest(file));
    }

    private static String digest(Resource file) {
        try {
            return DigestUtils.md5DigestAsHex(file.getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
