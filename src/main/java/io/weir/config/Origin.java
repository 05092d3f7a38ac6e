package io.weir.config;

import java.nio.file.Path;

/** Where a value was set; its text is what a person looks for to change it. */
public sealed interface Origin {

  /** A flag of the command line, such as {@code --set} or {@code --bootstrap}. */
  record Flag(String name) implements Origin {
    @Override
    public String toString() {
      return name;
    }
  }

  /** A variable of the environment. */
  record Variable(String name) implements Origin {
    @Override
    public String toString() {
      return name;
    }
  }

  /** A line of a properties file, counted from one. */
  record FileLine(Path file, int line) implements Origin {
    static final int WHOLE_FILE = 0;

    @Override
    public String toString() {
      return line == WHOLE_FILE ? file.toString() : file + ":" + line;
    }
  }

  /** Nobody set it: the key's own default. */
  record Default() implements Origin {
    @Override
    public String toString() {
      return "default";
    }
  }
}
