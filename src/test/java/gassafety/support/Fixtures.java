package gassafety.support;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.ComponentScan;

/** All that tests prepare their situations with, in one place, so that they share one application. */
@TestConfiguration
@ComponentScan(
        basePackages = "gassafety",
        useDefaultFilters = false,
        includeFilters = @ComponentScan.Filter(TestComponent.class))
class Fixtures {}
