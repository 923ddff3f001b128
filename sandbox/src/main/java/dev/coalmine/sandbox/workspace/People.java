package dev.coalmine.sandbox.workspace;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Everybody in the workspace, and the groups they can be mentioned by. */
public final class People {

    static final String KIND = "person";

    private final Ledger ledger;
    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Map<String, UserGroup> groups = new LinkedHashMap<>();

    People(Ledger ledger) {
        this.ledger = ledger;
    }

    void restore(Person person) {
        people.put(person.id(), person);
    }

    void restore(UserGroup group) {
        groups.put(group.id(), group);
    }

    void clear() {
        people.clear();
        groups.clear();
    }

    /** Somebody new joins the team. */
    public Person add(String name, String realName, String email, String tz) {
        if (named(name).isPresent()) {
            throw new Refused("name_taken");
        }
        var person = new Person(Ids.fresh("U"), name, realName, email, tz, false, ledger.now());
        keep(person);
        ledger.tell(new Happened.PersonAdded(person));
        return person;
    }

    /** Somebody changes their profile. */
    public Person change(Person person) {
        keep(person);
        ledger.tell(new Happened.PersonChanged(person));
        return person;
    }

    void keep(Person person) {
        people.put(person.id(), person);
        ledger.keep(KIND, person.id(), person);
    }

    public Person get(String id) {
        return find(id).orElseThrow(() -> new Refused("user_not_found"));
    }

    public Optional<Person> find(String id) {
        return Optional.ofNullable(people.get(id));
    }

    public Optional<Person> named(String name) {
        var plain = name.toLowerCase(Locale.ROOT);
        return people.values().stream().filter(it -> it.name().equals(plain)).findFirst();
    }

    public Optional<Person> withEmail(String email) {
        return people.values().stream()
                .filter(it -> it.email().equalsIgnoreCase(email))
                .findFirst();
    }

    public Collection<Person> all() {
        return people.values();
    }

    public Collection<UserGroup> groups() {
        return groups.values();
    }

    public Optional<UserGroup> group(String id) {
        return Optional.ofNullable(groups.get(id));
    }

    /** The name for a mention as {@link Mentions} found it: a person's name, or what it was. */
    public String nameOf(String mention) {
        return find(mention)
                .map(Person::name)
                .or(() -> group(mention).map(it -> "!" + it.handle()))
                .orElse(mention);
    }

    public List<String> namesOf(Collection<String> ids) {
        return ids.stream().map(this::nameOf).toList();
    }
}
