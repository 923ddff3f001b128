package dev.coalmine.sandbox.webapi;

import java.util.List;

/** Methods that belong together. To add one, add a class and name it in {@link Families}. */
interface Family {

    List<Method> methods();
}
