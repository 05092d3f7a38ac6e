package io.weir.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/*
 * One precedence, the same for every key: a flag wins over the environment, the environment over
 * the file, the file over the default. Only the proxy of lists has one more step: the variable that
 * other programs take it from, just above the default. A key that is set twice by one of them is a problem, for
 * nobody can tell which was meant.
 */
/** Where a configuration comes from: flags, environment and file, in that order of precedence. */
public record ConfigSources(
    List<Setting> flags, Map<String, String> environment, Optional<Path> file) {

  public ConfigSources {
    flags = List.copyOf(flags);
    environment = Map.copyOf(environment);
  }

  /** The sources of this process: the given flags and file, and its own environment. */
  public static ConfigSources ofProcess(List<Setting> flags, Optional<Path> file) {
    return new ConfigSources(flags, System.getenv(), file);
  }

  /**
   * The configuration these sources give.
   *
   * @throws ConfigProblems with everything that is wrong, when anything is
   */
  public WeirConfig load(Needs needs) {
    List<ConfigProblem> problems = new ArrayList<>();
    Map<String, Setting> settings = new LinkedHashMap<>();
    proxyOfTheMachine().ifPresent(proxy -> settings.put(proxy.key(), proxy));
    file.map(PropertiesFile::read)
        .ifPresent(
            read -> {
              problems.addAll(read.problems());
              read.settings().forEach(setting -> settings.put(setting.key(), setting));
            });
    settings.putAll(fromEnvironment(problems));
    settings.putAll(fromFlags(problems));
    ConfigCheck check = new ConfigCheck(settings, needs);
    problems.addAll(check.problems());
    if (!problems.isEmpty()) {
      throw ConfigProblems.of(problems);
    }
    return new WeirConfig(settings, check.parsed());
  }

  /**
   * What other programs on this machine go through. The variable is not Weir's own, so everything
   * else wins over it, and a form that Weir does not know is no problem of the configuration.
   */
  private Optional<Setting> proxyOfTheMachine() {
    return Stream.of("https_proxy", "HTTPS_PROXY")
        .filter(environment::containsKey)
        .filter(name -> ProxyText.proxy(environment.get(name)).isPresent())
        .findFirst()
        .map(
            name ->
                new Setting(
                    ConfigKeys.LISTS_HTTP_PROXY, environment.get(name), new Origin.Variable(name)));
  }

  private Map<String, Setting> fromEnvironment(List<ConfigProblem> problems) {
    Map<String, String> keys = ConfigKeys.keysByVariable();
    Map<String, Setting> found = new LinkedHashMap<>();
    new TreeMap<>(environment)
        .forEach(
            (name, value) -> {
              Origin origin = new Origin.Variable(name);
              if (keys.containsKey(name)) {
                found.put(keys.get(name), new Setting(keys.get(name), value, origin));
              } else if (name.startsWith(Variables.PREFIX) && !Variables.isForeign(name, value)) {
                problems.add(
                    new ConfigProblem(
                        origin,
                        "this variable sets no key of Weir."
                            + Suggestions.sentence(name, keys.keySet())));
              }
            });
    return found;
  }

  private Map<String, Setting> fromFlags(List<ConfigProblem> problems) {
    Map<String, Setting> found = new LinkedHashMap<>();
    for (Setting flag : flags) {
      Setting earlier = found.putIfAbsent(flag.key(), flag);
      if (earlier != null) {
        problems.add(
            new ConfigProblem(
                flag.origin(), flag.key() + " is already set by " + earlier.origin() + "."));
      }
    }
    return found;
  }
}
