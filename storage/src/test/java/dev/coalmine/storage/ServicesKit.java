package dev.coalmine.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.storage.services.Service;
import dev.coalmine.storage.services.Services;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

abstract class ServicesKit extends Kit {

    @Autowired
    Services services;

    @Test
    void aServiceKeepsItsOwnersAndWhatItDependsOnInOrder() {
        services.save(new Service(
                "checkout", List.of("bob", "alice@example.com"), "https://run.example/1", List.of("git"), false));

        var found = services.named("Checkout").orElseThrow();
        assertThat(found.owners()).containsExactly("bob", "alice@example.com");
        assertThat(found.dependsOn()).containsExactly("git");
        assertThat(found.runbook()).isEqualTo("https://run.example/1");
    }

    @Test
    void aServiceMayHaveNobodyAndNothing() {
        services.save(new Service("orphan", List.of(), null, List.of(), true));

        var found = services.named("orphan").orElseThrow();
        assertThat(found.owners()).isEmpty();
        assertThat(found.dependsOn()).isEmpty();
        assertThat(found.launcher()).isTrue();
    }

    @Test
    void describingAServiceAgainReplacesIt() {
        services.save(new Service("checkout", List.of("bob"), null, List.of(), false));
        services.save(new Service("checkout", List.of("carol"), null, List.of(), false));

        assertThat(services.byName())
                .hasSize(1)
                .first()
                .extracting(Service::owners)
                .isEqualTo(List.of("carol"));
    }

    @Test
    void theCatalogIsListedByName() {
        for (var name : List.of("search", "checkout", "git")) {
            services.save(new Service(name, List.of(), null, List.of(), false));
        }

        assertThat(services.byName()).extracting(Service::name).containsExactly("checkout", "git", "search");
    }
}
