package io.weir.runtime;

import io.weir.config.YamlFile;
import io.weir.domain.Action;
import io.weir.domain.Direction;
import io.weir.domain.Match;
import io.weir.domain.Policy;
import io.weir.domain.PolicyRule;
import io.weir.domain.Role;
import io.weir.domain.Severity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads {@code config/policy.yaml}: ordered rules, the first that applies to a hit wins. */
public final class PolicyFile {
  private static final String CONDITIONS =
      "authority, list, program, match, role, direction, asset, minimum_usd";

  private PolicyFile() {}

  /** The policy of a file's root; empty when it has problems, which the file then holds. */
  public static Optional<Policy> read(YamlFile file, YamlFile.Value root) {
    Map<String, YamlFile.Value> fields = root.fields();
    YamlFile.Value list = fields.remove("rules");
    fields.forEach(
        (name, value) ->
            file.problem(value.line(), "unknown field '" + name + "'; expected rules"));
    if (list == null) {
      file.problem(root.line(), "expected a list named rules");
      return Optional.empty();
    }
    List<PolicyRule> rules = new ArrayList<>();
    list.items().forEach(item -> new RuleReader(file, item).read().ifPresent(rules::add));
    if (rules.size() != list.items().size()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Policy(rules));
    } catch (IllegalArgumentException e) {
      file.problem(list.line(), String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /** One rule; every message names it. */
  private static final class RuleReader {
    private final YamlFile file;
    private final YamlFile.Value item;
    private final Map<String, YamlFile.Value> fields;
    private final String name;
    private boolean valid = true;

    RuleReader(YamlFile file, YamlFile.Value item) {
      this.file = file;
      this.item = item;
      this.fields = new LinkedHashMap<>(item.fields());
      this.name =
          Optional.ofNullable(fields.remove("name")).flatMap(YamlFile.Value::text).orElse("");
    }

    Optional<PolicyRule> read() {
      if (name.isBlank()) {
        problem(item.line(), "name", "a name, unique in the file", "");
      }
      if (name.equals(Policy.ALLOWED_BY_OVERRIDE.name())) {
        problem(
            item.line(),
            "name",
            "another name",
            "this one stands in the alerts of addresses that an override allows");
      }
      Map<String, YamlFile.Value> when =
          Optional.ofNullable(fields.remove("when")).map(YamlFile.Value::fields).orElse(Map.of());
      Map<String, YamlFile.Value> conditions = new LinkedHashMap<>(when);
      Set<String> authorities = texts(conditions.remove("authority"));
      Set<String> lists = texts(conditions.remove("list"));
      Set<String> programs = texts(conditions.remove("program"));
      Set<Match> matches = constants("match", conditions.remove("match"), Match.class);
      Set<Role> roles = constants("role", conditions.remove("role"), Role.class);
      Set<Direction> directions =
          constants("direction", conditions.remove("direction"), Direction.class);
      Set<String> assets = texts(conditions.remove("asset"));
      Optional<BigDecimal> minimum = amount(conditions.remove("minimum_usd"));
      conditions.forEach(
          (key, value) ->
              problem(value.line(), "when." + key, "one of " + CONDITIONS, "unknown field"));
      Optional<Severity> severity = constant("severity", fields.remove("severity"), Severity.class);
      Optional<Action> action = constant("action", fields.remove("action"), Action.class);
      fields.forEach(
          (key, value) ->
              problem(value.line(), key, "name, when, severity or action", "unknown field"));
      if (!valid || severity.isEmpty() || action.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          new PolicyRule(
              name,
              authorities,
              lists,
              programs,
              matches,
              roles,
              directions,
              assets,
              minimum,
              severity.get(),
              action.get()));
    }

    private Set<String> texts(YamlFile.@Nullable Value value) {
      return value == null
          ? Set.of()
          : value.items().stream()
              .flatMap(entry -> entry.text().stream())
              .collect(Collectors.toUnmodifiableSet());
    }

    private <E extends Enum<E>> Set<E> constants(
        String field, YamlFile.@Nullable Value value, Class<E> type) {
      return value == null
          ? Set.of()
          : value.items().stream()
              .flatMap(entry -> constant("when." + field, entry, type).stream())
              .collect(Collectors.toUnmodifiableSet());
    }

    private <E extends Enum<E>> Optional<E> constant(
        String field, YamlFile.@Nullable Value value, Class<E> type) {
      Optional<String> text = value == null ? Optional.empty() : value.text();
      Optional<E> constant =
          text.flatMap(
              word -> allowed(type).filter(candidate -> candidate.name().equals(word)).findFirst());
      if (constant.isEmpty()) {
        problem(
            value == null ? item.line() : value.line(),
            field,
            "one of " + allowed(type).map(Enum::name).collect(Collectors.joining(", ")),
            text.map(word -> "'" + word + "'").orElse("missing"));
      }
      return constant;
    }

    /** UNKNOWN of a direction is a value that transfers have; elsewhere it is a newer Weir's. */
    private static <E extends Enum<E>> Stream<E> allowed(Class<E> type) {
      return Arrays.stream(type.getEnumConstants())
          .filter(constant -> type == Direction.class || !constant.name().equals("UNKNOWN"));
    }

    private Optional<BigDecimal> amount(YamlFile.@Nullable Value value) {
      if (value == null) {
        return Optional.empty();
      }
      Optional<String> text = value.text();
      try {
        return text.map(BigDecimal::new);
      } catch (NumberFormatException e) {
        problem(
            value.line(),
            "when.minimum_usd",
            "a number such as 1000",
            text.map(t -> "'" + t + "'").orElse(""));
        return Optional.empty();
      }
    }

    private void problem(int line, String field, String expected, String found) {
      valid = false;
      file.problem(
          line,
          "rule '"
              + name
              + "', "
              + field
              + ": "
              + (found.isEmpty() ? "" : found + "; ")
              + "expected "
              + expected);
    }
  }
}
