package io.weir.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.domain.Transfer;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A JSON object of the input, its fields read strictly. A null field is an absent one. */
final class Row {
  /** The last moment that four digits of a year can say. */
  private static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59.999Z");

  private static final Instant START_OF_TIME = Instant.parse("0001-01-01T00:00:00Z");

  private final long line;
  private final String raw;
  private final String path;
  private final JsonNode node;

  private Row(long line, String raw, String path, JsonNode node) {
    this.line = line;
    this.raw = raw;
    this.path = path;
    this.node = node;
  }

  /** The object of a line. */
  static Row of(long line, String raw, JsonNode node) throws RowFault {
    return child(line, raw, "", node);
  }

  private static Row child(long line, String raw, String path, JsonNode node) throws RowFault {
    if (!node.isObject()) {
      throw new RowFault(path, "is " + shown(node) + "; expected an object");
    }
    return new Row(line, raw, path, node);
  }

  IngestLine converted(Transfer transfer) {
    return new IngestLine.Converted(line, List.of(transfer), raw);
  }

  IngestLine skipped(String reason) {
    return new IngestLine.Skipped(line, reason);
  }

  RowFault fault(String field, String reason) {
    return new RowFault(path(field), reason);
  }

  boolean has(String field) {
    return node.hasNonNull(field);
  }

  List<String> names() {
    return node.properties().stream().map(property -> property.getKey()).toList();
  }

  /** A text that is not empty. */
  String text(String field) throws RowFault {
    String expected = "a text that is not empty";
    String text = optionalText(field).orElseThrow(() -> missing(field, expected));
    if (text.isEmpty()) {
      throw fault(field, "is empty; expected " + expected);
    }
    return text;
  }

  /** A text, which may be empty. */
  Optional<String> optionalText(String field) throws RowFault {
    if (!has(field)) {
      return Optional.empty();
    }
    return Optional.of(text(path(field), node.get(field)));
  }

  private static String text(String path, JsonNode value) throws RowFault {
    if (!value.isTextual()) {
      throw new RowFault(path, "is " + shown(value) + "; expected a text");
    }
    return value.textValue();
  }

  /** An amount in the smallest unit: an integer, or a text of decimal digits. */
  BigInteger amount(String field) throws RowFault {
    return optionalAmount(field).orElseThrow(() -> missing(field, Amounts.EXPECTED));
  }

  Optional<BigInteger> optionalAmount(String field) throws RowFault {
    if (!has(field)) {
      return Optional.empty();
    }
    return Optional.of(Amounts.of(path(field), node.get(field)));
  }

  long number(String field) throws RowFault {
    return optionalNumber(field)
        .orElseThrow(() -> missing(field, "an integer between 0 and " + Long.MAX_VALUE));
  }

  /** An integer from 0 that fits 64 bits. */
  OptionalLong optionalNumber(String field) throws RowFault {
    Optional<BigInteger> value = optionalAmount(field);
    if (value.isEmpty()) {
      return OptionalLong.empty();
    }
    if (value.get().bitLength() >= Long.SIZE) {
      throw fault(
          field, "is " + value.get() + "; expected an integer between 0 and " + Long.MAX_VALUE);
    }
    return OptionalLong.of(value.get().longValue());
  }

  /** A time: ISO-8601 with its offset, or an integer in this unit since the epoch. */
  Instant time(String field, ChronoUnit unit) throws RowFault {
    String expected = "ISO-8601 such as 2023-05-02T12:19:59Z, or " + name(unit) + " since 1970";
    if (!has(field)) {
      throw missing(field, expected);
    }
    JsonNode value = node.get(field);
    try {
      Instant time =
          value.isTextual()
              ? Instant.parse(value.textValue()).truncatedTo(ChronoUnit.MILLIS)
              : sinceEpoch(field, value, unit);
      if (!time.isBefore(START_OF_TIME) && !time.isAfter(END_OF_TIME)) {
        return time;
      }
      throw fault(
          field, "is " + shown(value) + ", not in the years 1 to 9999; expected " + expected);
    } catch (DateTimeException | ArithmeticException e) {
      throw fault(field, "is " + shown(value) + ", not a time; expected " + expected);
    }
  }

  private Instant sinceEpoch(String field, JsonNode value, ChronoUnit unit) throws RowFault {
    if (!value.isIntegralNumber()) {
      throw fault(field, "is " + shown(value) + "; expected whole " + name(unit) + " since 1970");
    }
    return Instant.EPOCH.plus(value.bigIntegerValue().longValueExact(), unit);
  }

  private static String name(ChronoUnit unit) {
    return unit == ChronoUnit.SECONDS ? "seconds" : "milliseconds";
  }

  /** The objects of a list; none when the field is absent. */
  List<Row> rows(String field) throws RowFault {
    List<Row> rows = new ArrayList<>();
    for (JsonNode item : list(field)) {
      rows.add(child(line, raw, path(field) + "[" + rows.size() + "]", item));
    }
    return rows;
  }

  /** The texts of a list; none when the field is absent. */
  List<String> texts(String field) throws RowFault {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : list(field)) {
      texts.add(text(path(field) + "[" + texts.size() + "]", item));
    }
    return texts;
  }

  private Iterable<JsonNode> list(String field) throws RowFault {
    if (!has(field)) {
      return List.of();
    }
    JsonNode value = node.get(field);
    if (!value.isArray()) {
      throw fault(field, "is " + shown(value) + "; expected a list");
    }
    return value;
  }

  Row row(String field) throws RowFault {
    return optionalRow(field).orElseThrow(() -> missing(field, "an object"));
  }

  Optional<Row> optionalRow(String field) throws RowFault {
    return has(field)
        ? Optional.of(child(line, raw, path(field), node.get(field)))
        : Optional.empty();
  }

  /** One of a fixed set of words; the default when the field is absent. */
  <T extends Enum<T>> T word(String field, Collection<T> words, T absent) throws RowFault {
    Optional<String> text = optionalText(field);
    if (text.isEmpty()) {
      return absent;
    }
    return words.stream()
        .filter(word -> word.name().equals(text.get()))
        .findFirst()
        .orElseThrow(
            () ->
                fault(
                    field,
                    "is " + shown(node.get(field)) + "; expected one of " + List.copyOf(words)));
  }

  JsonNode value(String field) {
    return node.path(field);
  }

  String path(String field) {
    return path.isEmpty() ? field : path + "." + field;
  }

  RowFault missing(String field, String expected) {
    return fault(field, "is missing; expected " + expected);
  }

  /** A value as a message may show it: short, on one line. */
  static String shown(JsonNode value) {
    int longest = 60;
    String text = value.toString();
    return text.length() <= longest ? text : text.substring(0, longest) + "…";
  }
}
