package dev.coalmine.storage;

import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** The storage module by itself, with a clock that can be moved. */
@EnableAutoConfiguration
@AutoConfigurationPackage
@ComponentScan
class StorageOnly {

    @Bean
    MovableClock clock() {
        return new MovableClock();
    }
}
