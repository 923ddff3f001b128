package dev.coalmine.storage.people;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

/** Everybody Coalmine has met. */
public interface People extends ListCrudRepository<Person, String> {

    /** Active people whose e-mail, handle, full name or id is {@code name}, in any case. */
    @Query("""
        select p from Person p where p.active = true and (lower(p.email) = lower(:name)
        or lower(p.handle) = lower(:name) or lower(p.fullName) = lower(:name) or p.id = :name)\
        """)
    List<Person> called(String name);

    /** The one person meant by {@code name}; empty when nobody is, or several are. */
    default Optional<Person> theOneCalled(String name) {
        var found = called(name.strip());
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** Remembers that this is an app rather than a person, unless more is known; several may do so at once. */
    @Modifying
    @Query(nativeQuery = true, value = """
        insert into person (id, handle, full_name, active)
        select :id, :name, :name, false where not exists (select 1 from person where id = :id)
        on conflict do nothing\
        """)
    void knowApp(String id, String name);

    /** What to call this person in text that leaves Slack. */
    default String nameOf(String id) {
        return findById(id).map(Person::handle).orElse(id);
    }
}
