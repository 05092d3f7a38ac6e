package io.weir.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;

/** Checks of single values; the text of each says what is expected. */
final class Validators {
  private Validators() {}

  static Validator atLeast(long least) {
    return check("a whole number, " + least + " or more", value -> number(value) >= least);
  }

  static Validator between(long least, long most) {
    return check(
        "a whole number from " + least + " to " + most,
        value -> number(value) >= least && number(value) <= most);
  }

  static Validator replicationFactor() {
    return check(
        "a whole number, 1 or more, or -1 for the broker's default",
        value -> number(value) == -1 || number(value) > 0);
  }

  static Validator matching(String regex, String expected) {
    Pattern pattern = Pattern.compile(regex);
    return check(expected, value -> pattern.matcher((String) value).matches());
  }

  /** The path of a folder. */
  static Validator folder() {
    return check("a folder", value -> !((String) value).isBlank() && isPath((String) value));
  }

  /** The path of a file, or nothing. */
  static Validator fileOrNothing() {
    return check("a file", value -> isPath((String) value));
  }

  static Validator notBlank(String expected) {
    return check(expected, value -> !((String) value).isBlank());
  }

  static Validator oneOf(String... allowed) {
    String list = Arrays.stream(allowed).collect(Collectors.joining(" or "));
    return check(list, value -> Arrays.asList(allowed).contains(value));
  }

  /** An HTTP proxy, the word none, or nothing. */
  static Validator proxyOrNothing() {
    return check(
        ProxyText.EXPECTED,
        value -> ((String) value).isEmpty() || ProxyText.isProxyOrNone((String) value));
  }

  /** One URL or several, separated by commas; empty while no command needs it. */
  static Validator urls() {
    return check(
        "an http or https URL, or several separated by commas",
        value ->
            ((String) value).isEmpty()
                || Arrays.stream(((String) value).split(",", -1)).allMatch(Validators::isUrl));
  }

  private static boolean isPath(String text) {
    try {
      return Path.of(text).toString().length() <= text.length();
    } catch (InvalidPathException malformed) {
      return false;
    }
  }

  private static boolean isUrl(String text) {
    try {
      URI uri = new URI(text.trim());
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      return (scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null;
    } catch (URISyntaxException malformed) {
      return false;
    }
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }

  private static Validator check(String expected, Predicate<Object> valid) {
    return new Validator() {
      @Override
      public void ensureValid(String name, Object value) {
        // Kafka passes null for text it could not parse, which it has then reported itself.
        if (value != null && !valid.test(value)) {
          throw new ConfigException(name, null, expected);
        }
      }

      @Override
      public String toString() {
        return expected;
      }
    };
  }
}
