package io.weir.runtime;

import io.weir.config.YamlFile;
import io.weir.domain.OverrideEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code config/overrides.yaml}: the addresses that the user allows and denies. */
public final class OverridesFile {
  private OverridesFile() {}

  /** The decisions of a file's root, in their order; problems go to the file. */
  public static List<OverrideEntry> read(YamlFile file, YamlFile.Value root) {
    Map<String, YamlFile.Value> fields = root.fields();
    YamlFile.Value list = fields.remove("overrides");
    fields.forEach(
        (name, value) ->
            file.problem(value.line(), "unknown field '" + name + "'; expected overrides"));
    if (list == null) {
      file.problem(root.line(), "expected a list named overrides");
      return List.of();
    }
    List<OverrideEntry> entries = new ArrayList<>();
    Map<Subject, OverrideEntry> taken = new HashMap<>();
    for (YamlFile.Value item : list.items()) {
      Optional<OverrideEntry> entry = new OverrideReader(file, item).read();
      entry.ifPresent(
          read -> {
            OverrideEntry other = taken.putIfAbsent(Subject.of(read), read);
            if (other == null) {
              entries.add(read);
            } else {
              file.problem(read.line(), clash(read, other));
            }
          });
    }
    return List.copyOf(entries);
  }

  /** What a decision is about: one address in any spelling, not the others of its key. */
  private record Subject(String key, String form) {
    private static Subject of(OverrideEntry entry) {
      return new Subject(entry.address().key().toString(), entry.address().form());
    }
  }

  private static String clash(OverrideEntry entry, OverrideEntry other) {
    boolean same = entry.override().effect() == other.override().effect();
    return OverrideReader.title(entry.address().text())
        + "address: "
        + (same ? "given twice" : "both allowed and denied")
        + ", first in line "
        + other.line()
        + (entry.address().text().equals(other.address().text())
            ? ""
            : " as " + other.address().text())
        + "; expected one entry for each address";
  }
}
