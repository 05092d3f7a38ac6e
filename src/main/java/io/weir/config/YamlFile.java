package io.weir.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A YAML file whose every node knows its line. Problems are collected, so that one look at a file
 * reports all of them, thrown together at the end.
 */
public final class YamlFile {
  private final String name;
  private final List<String> problems = new ArrayList<>();

  private YamlFile(String name) {
    this.name = name;
  }

  /**
   * Several things that are wrong with one file, one a line: file, line, what, what was expected.
   */
  public static final class Invalid extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Invalid(List<String> problems) {
      super(String.join("\n", problems));
    }
  }

  /** A value in the file. */
  public final class Value {
    private final Node node;

    private Value(Node node) {
      this.node = node;
    }

    /** Line of the value, from 1. */
    public int line() {
      return node.getStartMark().getLine() + 1;
    }

    /** The fields of a mapping, in order; a problem when it is none, or names a field twice. */
    public Map<String, Value> fields() {
      Map<String, Value> fields = new LinkedHashMap<>();
      if (!(node instanceof MappingNode mapping)) {
        problem(line(), "expected fields (name: value)");
        return fields;
      }
      mapping
          .getValue()
          .forEach(
              tuple -> {
                String key = new Value(tuple.getKeyNode()).text().orElse("");
                if (fields.put(key, new Value(tuple.getValueNode())) != null) {
                  problem(tuple.getKeyNode().getStartMark().getLine() + 1, key + " is given twice");
                }
              });
      return fields;
    }

    /** The items of a sequence; a single value counts as one item. */
    public List<Value> items() {
      return node instanceof SequenceNode sequence
          ? sequence.getValue().stream().map(Value::new).toList()
          : List.of(this);
    }

    /** The text of a scalar; a problem and empty when it is none. */
    public Optional<String> text() {
      if (node instanceof ScalarNode scalar) {
        return Optional.of(scalar.getValue());
      }
      problem(line(), "expected a single value");
      return Optional.empty();
    }
  }

  /** What is made of a file's root. */
  @FunctionalInterface
  public interface Reading<T> {
    T read(YamlFile file, Value root);
  }

  /**
   * Reads a file.
   *
   * @throws Invalid when it is no YAML, or when the reading reported problems
   * @throws IOException when it cannot be opened
   */
  public static <T> T read(Path path, Reading<T> reading) throws IOException {
    try (Reader text = Files.newBufferedReader(path)) {
      return read(path.toString(), text, reading);
    }
  }

  /**
   * Reads YAML from any source.
   *
   * @param name of the source, for messages
   */
  public static <T> T read(String name, Reader text, Reading<T> reading) {
    YamlFile file = new YamlFile(name);
    return file.root(text)
        .map(root -> file.read(root, reading))
        .orElseThrow(() -> new Invalid(List.of(file.at(1) + "the file is empty")));
  }

  /**
   * The same for a file that may hold nothing but comments.
   *
   * @param whenEmpty what is made of it then
   */
  public static <T> T readOrEmpty(String name, Reader text, Reading<T> reading, T whenEmpty) {
    YamlFile file = new YamlFile(name);
    return file.root(text).map(root -> file.read(root, reading)).orElse(whenEmpty);
  }

  private Optional<Value> root(Reader text) {
    Node root;
    try {
      root = new Yaml(new LoaderOptions()).compose(text);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new Invalid(List.of(at(line) + "not YAML: " + e.getProblem()));
    } catch (YAMLException e) {
      // Too large, or bytes that no text has; nothing tells the line.
      throw new Invalid(List.of(at(1) + "not YAML: " + e.getMessage()));
    }
    return Optional.ofNullable(root).map(Value::new);
  }

  private <T> T read(Value root, Reading<T> reading) {
    T result = reading.read(this, root);
    finish();
    return result;
  }

  /** Reports a problem; the reading goes on, to find the others. */
  public void problem(int line, String what) {
    problems.add(at(line) + what);
  }

  private void finish() {
    if (!problems.isEmpty()) {
      throw new Invalid(problems);
    }
  }

  private String at(int line) {
    return name + ":" + line + ": ";
  }
}
