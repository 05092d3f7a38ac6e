package io.weir.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a benchmark found.
 *
 * @param settings what decided it
 * @param figures everything that was measured, for programs
 * @param warnings what a reader must know before he believes the figures
 */
public record Report(
    String benchmark,
    Machine machine,
    Map<String, Object> settings,
    List<Sheet> sheets,
    List<Target> targets,
    Map<String, Object> figures,
    List<String> warnings) {
  public Report {
    sheets = List.copyOf(sheets);
    targets = List.copyOf(targets);
    warnings = List.copyOf(warnings);
  }

  /** The same with one more table for people. */
  Report with(Sheet sheet) {
    List<Sheet> all = new ArrayList<>(sheets);
    all.add(sheet);
    return new Report(benchmark, machine, settings, all, targets, figures, warnings);
  }

  /** The same with more figures for programs. */
  Report with(String name, Object more) {
    Map<String, Object> all = new LinkedHashMap<>(figures);
    all.put(name, more);
    return new Report(benchmark, machine, settings, sheets, targets, all, warnings);
  }

  /** For programs; everything. */
  public Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("benchmark", benchmark);
    fields.put("machine", machine.fields());
    fields.put("settings", settings);
    fields.put("targets", targets.stream().map(Target::fields).toList());
    fields.putAll(figures);
    fields.put("warnings", warnings);
    return fields;
  }
}
