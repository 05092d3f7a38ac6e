package io.weir.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sources of a configuration, put together in a test. */
final class ConfigFixture {
  private final List<Setting> flags = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();
  private Optional<Path> file = Optional.empty();

  static ConfigFixture given() {
    return new ConfigFixture();
  }

  ConfigFixture flag(String flag, String key, String value) {
    flags.add(Setting.flag(flag, key, value));
    return this;
  }

  ConfigFixture set(String key, String value) {
    return flag("--set", key, value);
  }

  ConfigFixture variable(String name, String value) {
    environment.put(name, value);
    return this;
  }

  ConfigFixture file(Path folder, String... lines) throws IOException {
    return file(Files.write(folder.resolve("weir.properties"), List.of(lines)));
  }

  ConfigFixture file(Path path) {
    file = Optional.of(path);
    return this;
  }

  WeirConfig load() {
    return load(Needs.NOTHING);
  }

  WeirConfig load(Needs needs) {
    return new ConfigSources(flags, environment, file).load(needs);
  }

  /** What is wrong, one line each, the test's folder left out of the file names. */
  List<String> problems(Needs needs) {
    try {
      WeirConfig loaded = load(needs);
      throw new AssertionError("expected problems, got " + loaded);
    } catch (ConfigProblems found) {
      String folder = file.map(path -> path.getParent() + "/").orElse("\0");
      return found.getMessage().lines().map(line -> line.replace(folder, "")).toList();
    }
  }

  List<String> problems() {
    return problems(Needs.NOTHING);
  }
}
