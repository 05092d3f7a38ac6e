package io.weir.config;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Everything that is wrong with a configuration, found in one pass; one line for each problem. */
public final class ConfigProblems extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<ConfigProblem> problems;

  private ConfigProblems(List<ConfigProblem> sorted, String message) {
    super(message);
    this.problems = sorted;
  }

  /** The problems in the order a person mends them: down the file, then what is elsewhere. */
  static ConfigProblems of(List<ConfigProblem> problems) {
    List<ConfigProblem> sorted =
        problems.stream().sorted(Comparator.comparingInt(ConfigProblems::place)).toList();
    return new ConfigProblems(
        sorted, sorted.stream().map(ConfigProblem::toString).collect(Collectors.joining("\n")));
  }

  private static int place(ConfigProblem problem) {
    return problem.origin() instanceof Origin.FileLine inFile ? inFile.line() : Integer.MAX_VALUE;
  }

  public List<ConfigProblem> problems() {
    return problems;
  }
}
