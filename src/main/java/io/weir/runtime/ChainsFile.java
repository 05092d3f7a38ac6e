package io.weir.runtime;

import io.weir.address.Chain;
import io.weir.address.Chains;
import io.weir.address.Family;
import io.weir.config.YamlFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads {@code config/chains.yaml}: the chains that transfers may name. */
public final class ChainsFile {
  private static final String FAMILIES =
      Arrays.stream(Family.values())
          .map(family -> family.name().toLowerCase(Locale.ROOT))
          .collect(Collectors.joining(", "));

  private ChainsFile() {}

  /** The chains of a file's root. */
  public static Chains read(YamlFile file, YamlFile.Value root) {
    Map<String, YamlFile.Value> fields = root.fields();
    YamlFile.Value list = fields.remove("chains");
    fields.forEach(
        (name, value) ->
            file.problem(value.line(), "unknown field '" + name + "'; expected chains"));
    List<Chain> chains = new ArrayList<>();
    if (list == null) {
      file.problem(root.line(), "expected a list named chains");
    } else {
      Map<String, String> taken = new HashMap<>();
      list.items().forEach(item -> chain(file, item, taken).ifPresent(chains::add));
    }
    return new Chains(chains);
  }

  private static Optional<Chain> chain(
      YamlFile file, YamlFile.Value item, Map<String, String> taken) {
    Map<String, YamlFile.Value> fields = item.fields();
    Optional<String> id = required(file, item, fields, "id");
    Optional<Family> family =
        required(file, item, fields, "family").flatMap(text -> family(file, item, text));
    List<String> names =
        Optional.ofNullable(fields.remove("names")).stream()
            .flatMap(value -> value.items().stream())
            .flatMap(value -> value.text().stream())
            .toList();
    fields.forEach(
        (name, value) ->
            file.problem(
                value.line(), "unknown field '" + name + "'; expected id, names or family"));
    if (id.isEmpty() || family.isEmpty()) {
      return Optional.empty();
    }
    List<String> words = new ArrayList<>(names);
    words.add(id.get());
    boolean free = true;
    for (String word : words) {
      String other = taken.putIfAbsent(word, id.get());
      if (other != null) {
        file.problem(item.line(), "'" + word + "' is already the name of chain " + other);
        free = false;
      }
    }
    return free ? Optional.of(new Chain(id.get(), names, family.get())) : Optional.empty();
  }

  private static Optional<String> required(
      YamlFile file, YamlFile.Value item, Map<String, YamlFile.Value> fields, String name) {
    YamlFile.Value value = fields.remove(name);
    if (value == null) {
      file.problem(item.line(), "a chain needs the field " + name);
      return Optional.empty();
    }
    return value.text();
  }

  private static Optional<Family> family(YamlFile file, YamlFile.Value item, String text) {
    Optional<Family> family =
        Arrays.stream(Family.values())
            .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(text))
            .findFirst();
    if (family.isEmpty()) {
      file.problem(item.line(), "unknown family '" + text + "'; expected one of " + FAMILIES);
    }
    return family;
  }
}
