package io.weir.lists;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.weir.lists.ListRefused.Reason;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The entities of a file of FollowTheMoney, one JSON object a line; nothing of it is kept. */
final class FtmLines {

  /** The properties that are read; all others are skipped. */
  static final Set<String> PROPERTIES =
      Set.of(
          "publicKey",
          "currency",
          "currencySymbol",
          "holder",
          "topics",
          "name",
          "alias",
          "weakAlias",
          "entity",
          "program",
          "programId",
          "listingDate",
          "startDate",
          "endDate");

  /** Far above the longest value of any entity, so that a hostile one cannot fill the memory. */
  private static final int MAX_VALUE = 1024 * 1024;

  /** An entity has three levels. */
  private static final int MAX_DEPTH = 32;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(MAX_VALUE)
                  .maxNestingDepth(MAX_DEPTH)
                  .build())
          .build();

  private final String name;
  private final Consumer consumer;
  private int objects;
  private int line = 1;

  /** What to do with an entity. */
  interface Consumer {

    /** Takes an entity; its id and schema are empty where the object has none. */
    void take(FtmEntity entity);
  }

  private FtmLines(String name, Consumer consumer) {
    this.name = name;
    this.consumer = consumer;
  }

  /**
   * Reads to the end of the text.
   *
   * @param name of the file, for messages
   */
  static void read(String name, Reader text, Consumer consumer) throws IOException, ListRefused {
    FtmLines lines = new FtmLines(name, consumer);
    try (JsonParser json = JSON.createParser(text)) {
      lines.read(json);
    } catch (JsonEOFException e) {
      throw new ListRefused(
          Reason.TRUNCATED,
          lines.at(e),
          "the file ends in the middle of a line; the download was cut off. Fetch the file again.",
          e);
    } catch (StreamConstraintsException e) {
      throw new ListRefused(
          Reason.TOO_LARGE,
          lines.at(e),
          "a value of more than "
              + MAX_VALUE
              + " characters, or objects more than "
              + MAX_DEPTH
              + " deep; no entity has that. Fetch the file again.",
          e);
    } catch (JsonProcessingException e) {
      throw new ListRefused(
          Reason.MALFORMED,
          lines.at(e),
          "not readable as JSON: " + e.getOriginalMessage() + ". Fetch the file again.",
          e);
    }
    if (lines.objects == 0) {
      throw lines.notThisFormat();
    }
  }

  private void read(JsonParser json) throws IOException, ListRefused {
    JsonToken token = json.nextToken();
    while (token != null) {
      line = json.currentTokenLocation().getLineNr();
      if (token != JsonToken.START_OBJECT) {
        throw notThisFormat();
      }
      FtmEntity entity = entity(json);
      objects++;
      if (objects == 1 && (entity.id().isEmpty() || entity.schema().isEmpty())) {
        throw notThisFormat();
      }
      consumer.take(entity);
      token = json.nextToken();
    }
  }

  private FtmEntity entity(JsonParser json) throws IOException, ListRefused {
    String id = "";
    String schema = "";
    String caption = "";
    String lastSeen = "";
    List<String> datasets = List.of();
    Map<String, List<String>> properties = Map.of();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      JsonToken value = json.nextToken();
      switch (field) {
        case "id" -> id = scalar(json);
        case "schema" -> schema = scalar(json);
        case "caption" -> caption = scalar(json);
        case "last_seen" -> lastSeen = scalar(json);
        case "datasets" -> datasets = values(json);
        case "properties" -> {
          if (value == JsonToken.START_OBJECT) {
            properties = properties(json);
          } else {
            json.skipChildren();
          }
        }
        default -> json.skipChildren();
      }
    }
    return new FtmEntity(line, id, schema, caption, datasets, lastSeen, properties);
  }

  private Map<String, List<String>> properties(JsonParser json) throws IOException, ListRefused {
    Map<String, List<String>> properties = new HashMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String property = json.currentName();
      json.nextToken();
      if (PROPERTIES.contains(property)) {
        properties.computeIfAbsent(property, p -> new ArrayList<>()).addAll(values(json));
      } else {
        skip(json);
      }
    }
    return properties;
  }

  private void skip(JsonParser json) throws IOException, ListRefused {
    if (json.currentToken() == JsonToken.START_ARRAY) {
      while (json.nextToken() != JsonToken.END_ARRAY) {
        refuseEntity(json);
        json.skipChildren();
      }
    } else {
      refuseEntity(json);
    }
  }

  /** A value or a list of values. */
  private List<String> values(JsonParser json) throws IOException, ListRefused {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      return List.of(value(json));
    }
    List<String> values = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      values.add(value(json));
    }
    return values;
  }

  private String value(JsonParser json) throws IOException, ListRefused {
    refuseEntity(json);
    return scalar(json);
  }

  /** A wallet that stands within its holder would be overlooked. */
  private void refuseEntity(JsonParser json) throws ListRefused {
    if (json.currentToken() == JsonToken.START_OBJECT) {
      throw new ListRefused(
          Reason.NOT_THIS_FORMAT,
          name + ":" + json.currentTokenLocation().getLineNr(),
          "holds entities within entities, as targets.nested.json does. Fetch entities.ftm.json.");
    }
  }

  private static String scalar(JsonParser json) throws IOException {
    json.skipChildren();
    JsonToken token = json.currentToken();
    return token.isScalarValue() && token != JsonToken.VALUE_NULL ? json.getText() : "";
  }

  private ListRefused notThisFormat() {
    return new ListRefused(
        Reason.NOT_THIS_FORMAT,
        name + ":" + line,
        "is not a file of FollowTheMoney, which has one JSON object with id, schema and properties"
            + " a line. See 'weir lists formats' for what can be read.");
  }

  private String at(JsonProcessingException e) {
    return name + ":" + (e.getLocation() == null ? line : e.getLocation().getLineNr());
  }
}
