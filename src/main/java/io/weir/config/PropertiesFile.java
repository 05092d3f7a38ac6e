package io.weir.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * A Java properties file, UTF-8, read entry by entry so that every setting and every mistake knows
 * its line. Escapes and continued lines mean what {@link Properties} says they mean.
 */
final class PropertiesFile {
  private final Path file;
  private final List<Setting> settings = new ArrayList<>();
  private final List<ConfigProblem> problems = new ArrayList<>();
  private final Map<String, Integer> lineOfKey = new HashMap<>();

  private PropertiesFile(Path file) {
    this.file = file;
  }

  static PropertiesFile read(Path file) {
    PropertiesFile read = new PropertiesFile(file);
    try {
      read.entries(Files.readAllLines(file));
    } catch (NoSuchFileException missing) {
      read.problem(Origin.FileLine.WHOLE_FILE, "there is no such file.");
    } catch (CharacterCodingException notText) {
      read.problem(Origin.FileLine.WHOLE_FILE, "not a text file in UTF-8.");
    } catch (IOException unreadable) {
      read.problem(Origin.FileLine.WHOLE_FILE, "cannot be read (" + unreadable.getMessage() + ").");
    }
    return read;
  }

  List<Setting> settings() {
    return settings;
  }

  List<ConfigProblem> problems() {
    return problems;
  }

  private void entries(List<String> lines) {
    int next = 0;
    while (next < lines.size()) {
      int first = next++;
      StringBuilder entry = new StringBuilder(lines.get(first));
      if (isBlankOrComment(lines.get(first))) {
        continue;
      }
      while (isContinued(entry) && next < lines.size()) {
        entry.append('\n').append(lines.get(next++));
      }
      entry(first + 1, entry.toString());
    }
  }

  private void entry(int line, String text) {
    Properties one = new Properties();
    try {
      one.load(new StringReader(text));
    } catch (IllegalArgumentException escape) {
      problem(line, "a \\u must be followed by four hexadecimal digits.");
      return;
    } catch (IOException impossible) {
      throw new IllegalStateException("reading from memory", impossible);
    }
    for (String key : one.stringPropertyNames()) {
      String value = one.getProperty(key);
      if (!text.contains("=") && !text.contains(":")) {
        // The text is not repeated: it may be the second half of a secret.
        problem(line, "expected key=value, but this line has no '='.");
        continue;
      }
      Integer earlier = lineOfKey.putIfAbsent(key, line);
      if (earlier == null) {
        settings.add(new Setting(key, value, new Origin.FileLine(file, line)));
      } else {
        problem(line, key + " is already set on line " + earlier + ".");
      }
    }
  }

  private void problem(int line, String message) {
    problems.add(new ConfigProblem(new Origin.FileLine(file, line), message));
  }

  private static boolean isBlankOrComment(String line) {
    String text = line.stripLeading();
    return text.isEmpty() || text.startsWith("#") || text.startsWith("!");
  }

  /** An odd number of backslashes at the end: the last one is not itself escaped. */
  private static boolean isContinued(CharSequence entry) {
    int backslashes = 0;
    while (backslashes < entry.length() && entry.charAt(entry.length() - 1 - backslashes) == '\\') {
      backslashes++;
    }
    return backslashes % 2 == 1;
  }
}
