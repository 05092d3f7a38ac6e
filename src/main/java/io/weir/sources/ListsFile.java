package io.weir.sources;

import io.weir.config.ProxyText;
import io.weir.config.YamlFile;
import io.weir.lists.ListFormat;
import io.weir.lists.ListFormats;
import io.weir.lists.ListId;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads {@code config/lists.yaml}: where each list comes from, and how often it is looked for. */
public final class ListsFile {
  private static final String FIELDS =
      "list, format, url, file, comments, sha256-url, every, max-age, proxy, enabled";

  private static final Duration EVERY = Duration.ofHours(1);

  /** Authorities publish at most a few times a day. */
  private static final Duration LEAST_EVERY = Duration.ofMinutes(1);

  private ListsFile() {}

  /** The sources of a file's root; problems are left with the file. */
  public static ListSources read(YamlFile file, YamlFile.Value root) {
    Map<String, YamlFile.Value> fields = root.fields();
    YamlFile.Value list = fields.remove("lists");
    fields.forEach(
        (name, value) ->
            file.problem(value.line(), "unknown field '" + name + "'; expected lists"));
    List<ListSource> sources = new ArrayList<>();
    if (list == null) {
      file.problem(root.line(), "expected a list named lists");
    } else {
      Map<ListId, Integer> enabled = new LinkedHashMap<>();
      for (YamlFile.Value item : list.items()) {
        new SourceReader(file, item)
            .read()
            .ifPresent(
                source -> {
                  sources.add(source);
                  requireOnce(file, item, source, enabled);
                });
      }
    }
    return new ListSources(sources);
  }

  private static void requireOnce(
      YamlFile file, YamlFile.Value item, ListSource source, Map<ListId, Integer> enabled) {
    if (source.enabled()) {
      Integer other = enabled.putIfAbsent(source.list(), item.line());
      if (other != null) {
        file.problem(
            item.line(),
            source.key()
                + " has a source in line "
                + other
                + " already; set enabled: false for one of them");
      }
    }
  }

  /** One source; every message names its list. */
  private static final class SourceReader {
    private final YamlFile file;
    private final YamlFile.Value item;
    private final Map<String, YamlFile.Value> fields;
    private String name = "";
    private boolean valid = true;

    SourceReader(YamlFile file, YamlFile.Value item) {
      this.file = file;
      this.item = item;
      this.fields = new LinkedHashMap<>(item.fields());
    }

    Optional<ListSource> read() {
      Optional<ListId> list = required("list", "AUTHORITY/LIST, such as OFAC/SDN", this::list);
      Optional<String> format = required("format", "one of " + formats(), this::format);
      Optional<Place> place = place();
      Optional<Place> comments = optional("comments", "a file or URL", this::fileOrUrl);
      requireFitting(comments, format);
      Optional<SourceUrl> sha256 = optional("sha256-url", "an http or https URL", this::url);
      Duration every =
          optional(
                  "every",
                  "a time such as 30m or 1h, at least 1m",
                  text -> Times.parse(text).filter(time -> time.compareTo(LEAST_EVERY) >= 0))
              .orElse(EVERY);
      Optional<Duration> maxAge = maxAge(every);
      Optional<ProxyRoute> route = optional("proxy", ProxyText.EXPECTED, ProxyRoute::parse);
      boolean enabled =
          optional("enabled", "true or false", SourceReader::truth).orElse(Boolean.TRUE);
      fields.forEach((key, value) -> problem(value.line(), key, FIELDS, "unknown field"));
      return valid
          ? Optional.of(
              new ListSource(
                  list.orElseThrow(),
                  format.orElseThrow(),
                  place.orElseThrow(),
                  comments,
                  sha256,
                  every,
                  maxAge,
                  route,
                  enabled))
          : Optional.empty();
    }

    private Optional<Place> place() {
      YamlFile.Value url = fields.remove("url");
      YamlFile.Value path = fields.remove("file");
      if ((url == null) == (path == null)) {
        problem(item.line(), "url", "either url or file", url == null ? "missing" : "both given");
        return Optional.empty();
      }
      return url == null
          ? value("file", path, "the path of a file", SourceReader::path)
          : value("url", url, "an http or https URL", this::url).map(Place.OnServer::new);
    }

    /** What a file without its companion lacks, nobody would miss. */
    private void requireFitting(Optional<Place> comments, Optional<String> format) {
      Optional<ListFormat> known = format.flatMap(ListFormats::find);
      if (known.isEmpty()) {
        return;
      }
      Optional<String> companion = known.get().companion();
      if (companion.isPresent() && comments.isEmpty()) {
        problem(item.line(), "comments", "the file or URL of its " + companion.get(), "missing");
      } else if (companion.isEmpty() && comments.isPresent()) {
        problem(item.line(), "comments", "none, for " + known.get().id() + " is one file", "");
      }
    }

    private Optional<Duration> maxAge(Duration every) {
      return optional(
          "max-age",
          "a time such as 3d, longer than every",
          text -> Times.parse(text).filter(time -> time.compareTo(every) > 0));
    }

    private Optional<ListId> list(String text) {
      name = text;
      String[] names = text.strip().split("/", -1);
      try {
        return names.length == 2
            ? Optional.of(ListId.ofPublication(names[0], names[1]))
            : Optional.empty();
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }

    private Optional<String> format(String text) {
      return ListFormats.find(text).map(ListFormat::id);
    }

    private static String formats() {
      return ListFormats.all().stream().map(ListFormat::id).collect(Collectors.joining(", "));
    }

    private Optional<Place> fileOrUrl(String text) {
      return SourceUrl.looksLikeUrl(text) ? url(text).map(Place.OnServer::new) : path(text);
    }

    private Optional<SourceUrl> url(String text) {
      try {
        return Optional.of(SourceUrl.parse(text));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }

    private static Optional<Place> path(String text) {
      try {
        return text.isBlank() ? Optional.empty() : Optional.of(new Place.OnDisk(Path.of(text)));
      } catch (InvalidPathException e) {
        return Optional.empty();
      }
    }

    private static Optional<Boolean> truth(String text) {
      return switch (text.toLowerCase(Locale.ROOT)) {
        case "true" -> Optional.of(Boolean.TRUE);
        case "false" -> Optional.of(Boolean.FALSE);
        default -> Optional.empty();
      };
    }

    private <T> Optional<T> required(
        String field, String expected, Function<String, Optional<T>> reading) {
      YamlFile.Value value = fields.remove(field);
      if (value == null) {
        problem(item.line(), field, expected, "missing");
        return Optional.empty();
      }
      return value(field, value, expected, reading);
    }

    private <T> Optional<T> optional(
        String field, String expected, Function<String, Optional<T>> reading) {
      YamlFile.Value value = fields.remove(field);
      return value == null ? Optional.empty() : value(field, value, expected, reading);
    }

    private <T> Optional<T> value(
        String field,
        YamlFile.Value value,
        String expected,
        Function<String, Optional<T>> reading) {
      Optional<String> text = value.text();
      Optional<T> read = text.flatMap(reading);
      if (text.isEmpty()) {
        valid = false;
      } else if (read.isEmpty()) {
        problem(value.line(), field, expected, shown(text.get()));
      }
      return read;
    }

    /** A URL is not repeated: what is wrong with it may hide where its secrets are. */
    private static String shown(String text) {
      return text.matches("(?s).*[/?@].*") ? "" : "'" + text + "'";
    }

    private void problem(int line, String field, String expected, String found) {
      valid = false;
      file.problem(
          line,
          "list '"
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
