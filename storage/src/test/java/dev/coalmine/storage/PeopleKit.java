package dev.coalmine.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.storage.people.People;
import dev.coalmine.storage.people.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

abstract class PeopleKit extends Kit {

    @Autowired
    People people;

    @BeforeEach
    void meetThem() {
        people.save(new Person(ALICE, "alice", "Alice Ant", "alice@example.com", "Europe/Berlin", true));
        people.save(new Person(BOB, "bob", "Bob Bee", null, null, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice@example.com", "ALICE", "alice ant", " U0ALICE "})
    void aPersonAnswersToMailHandleNameAndId(String name) {
        assertThat(people.theOneCalled(name).map(Person::id)).contains(ALICE);
    }

    @Test
    void aNameThatSeveralHaveMeansNobody() {
        people.save(new Person("U0OTHER", "alice2", "Alice Ant", null, null, true));

        assertThat(people.theOneCalled("Alice Ant")).isEmpty();
    }

    @Test
    void whoHasLeftIsNotCalledAnyMoreButKeepsTheirName() {
        people.save(new Person(BOB, "bob", "Bob Bee", null, null, false));

        assertThat(people.theOneCalled("bob")).isEmpty();
        assertThat(people.nameOf(BOB)).isEqualTo("bob");
    }

    @Test
    void whoeverWasNeverMetIsNamedById() {
        assertThat(people.nameOf("U0STRANGER")).isEqualTo("U0STRANGER");
    }
}
