package org.chancery.alfresco.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every type and member that {@code alfresco-api} declares is there in the real artifacts, with the
 * same erased signature, the same kind and, where the compiler copies it, the same value. Runs with
 * {@code -Palfresco}, which puts the real artifacts on the class path and the declarations beside
 * it.
 */
@Tag("alfresco")
class DeclarationsTest {
  private static final int MEANT = Modifier.PUBLIC | Modifier.PROTECTED | Modifier.STATIC;

  private final List<String> faults = new ArrayList<>();

  @Test
  void everyDeclarationIsThereInTheRealArtifacts() throws IOException {
    Path folder = Path.of(System.getProperty("chancery.declarations"));
    List<String> names = names(folder);
    assertThat(names).as("declared types").hasSizeGreaterThan(40);
    try (Declared declared = new Declared(folder.toUri().toURL())) {
      for (String name : names) {
        compare(name, declared);
      }
    }
    assertThat(faults).isEmpty();
  }

  /** Loads declarations before what is on the class path. */
  private static final class Declared extends URLClassLoader {
    Declared(URL folder) {
      super(new URL[] {folder}, DeclarationsTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        Class<?> known = findLoadedClass(name);
        if (known != null) {
          return known;
        }
        if (findResource(name.replace('.', '/') + ".class") != null) {
          return findClass(name);
        }
        return super.loadClass(name, resolve);
      }
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .map(file -> folder.relativize(file).toString())
          .filter(file -> file.endsWith(".class"))
          .map(file -> file.substring(0, file.length() - ".class".length()).replace('/', '.'))
          .sorted()
          .toList();
    }
  }

  private void compare(String name, Declared loader) {
    Class<?> declared;
    Class<?> real;
    try {
      declared = Class.forName(name, false, loader);
      real = Class.forName(name, false, DeclarationsTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      faults.add(name + ": not in the real artifacts");
      return;
    }
    assertThat(declared).as(name).isNotSameAs(real);
    if (declared.isInterface() != real.isInterface() || declared.isEnum() != real.isEnum()) {
      faults.add(name + ": another kind of type");
    }
    compareParents(declared, real);
    for (Field field : declared.getDeclaredFields()) {
      if (visible(field)) {
        compare(field, real);
      }
    }
    for (Constructor<?> constructor : declared.getDeclaredConstructors()) {
      if (visible(constructor)) {
        expect(constructor, find(real.getDeclaredConstructors(), constructor), real);
      }
    }
    for (Method method : declared.getDeclaredMethods()) {
      if (visible(method)) {
        expect(method, findMethod(real, method), real);
      }
    }
  }

  /** What is declared to be a kind of something is one. */
  private void compareParents(Class<?> declared, Class<?> real) {
    TreeSet<String> parents = parents(declared);
    parents.removeAll(parents(real));
    parents.forEach(parent -> faults.add(real.getName() + ": is no " + parent));
  }

  private static TreeSet<String> parents(Class<?> type) {
    TreeSet<String> names = new TreeSet<>();
    for (Class<?> at = type.getSuperclass(); at != null; at = at.getSuperclass()) {
      names.add(at.getName());
      names.addAll(parents(at));
    }
    for (Class<?> each : type.getInterfaces()) {
      names.add(each.getName());
      names.addAll(parents(each));
    }
    return names;
  }

  private static boolean visible(Member member) {
    return !member.isSynthetic()
        && (Modifier.isPublic(member.getModifiers())
            || Modifier.isProtected(member.getModifiers()));
  }

  private void compare(Field field, Class<?> real) {
    Field found;
    try {
      found = real.getDeclaredField(field.getName());
    } catch (NoSuchFieldException e) {
      faults.add(real.getName() + ": has no field " + field.getName());
      return;
    }
    if (!found.getType().getName().equals(field.getType().getName())
        || (found.getModifiers() & MEANT) != (field.getModifiers() & MEANT)) {
      faults.add(real.getName() + "." + field.getName() + ": declared otherwise");
    }
    boolean copied = field.getType().isPrimitive() || field.getType() == String.class;
    if (copied && Modifier.isStatic(field.getModifiers()) && !sameValue(field, found)) {
      faults.add(real.getName() + "." + field.getName() + ": another value");
    }
  }

  private static boolean sameValue(Field one, Field other) {
    try {
      return one.trySetAccessible()
          && other.trySetAccessible()
          && one.get(null).equals(other.get(null));
    } catch (IllegalAccessException e) {
      return false;
    }
  }

  private void expect(Executable declared, Optional<? extends Executable> found, Class<?> real) {
    if (found.isEmpty()) {
      faults.add(real.getName() + ": has no " + signature(declared));
    } else if ((found.get().getModifiers() & MEANT) != (declared.getModifiers() & MEANT)) {
      faults.add(real.getName() + "." + signature(declared) + ": other modifiers");
    }
  }

  private static Optional<Method> findMethod(Class<?> real, Method declared) {
    for (Class<?> at = real; at != null; at = at.getSuperclass()) {
      Optional<Method> found = find(at.getDeclaredMethods(), declared);
      if (found.isPresent()) {
        return found;
      }
      for (Class<?> each : at.getInterfaces()) {
        found = findMethod(each, declared);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static <T extends Executable> Optional<T> find(T[] all, Executable declared) {
    return Arrays.stream(all)
        .filter(each -> signature(each).equals(signature(declared)))
        .findFirst();
  }

  private static String signature(Executable member) {
    String result =
        member instanceof Method method ? method.getReturnType().getName() + " " : "new ";
    String name = member instanceof Method ? member.getName() : "";
    return result
        + name
        + Arrays.stream(member.getParameterTypes())
            .map(Class::getName)
            .collect(Collectors.joining(", ", "(", ")"));
  }
}
