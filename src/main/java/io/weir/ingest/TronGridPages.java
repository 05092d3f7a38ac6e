package io.weir.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of one or more pages that follow each other; one row is held at a time. */
final class TronGridPages implements LineSource {
  /** A page of 200 rows is about 100 kB; more than this is another kind of file. */
  private static final long MAX_INPUT_BYTES = 64L * 1024 * 1024;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxDocumentLength(MAX_INPUT_BYTES).build())
          .build();

  private static final ObjectReader ROWS =
      Json.MAPPER.readerFor(JsonNode.class).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** What one row means, with the turns of its page. */
  @FunctionalInterface
  interface RowConverter {
    IngestLine convert(Row row, TronGrid.Turns turns) throws RowFault;
  }

  private final InputStream in;
  private final RowConverter converter;
  private @Nullable JsonParser parser;
  private TronGrid.Turns turns = new TronGrid.Turns();
  private boolean inData;
  private boolean dataSeen = true;
  private boolean broken;

  TronGridPages(InputStream in, RowConverter converter) {
    this.in = in;
    this.converter = converter;
  }

  @Override
  public Optional<IngestLine> next() throws IOException {
    if (broken) {
      return Optional.empty();
    }
    if (parser == null) {
      parser = FACTORY.createParser(in);
    }
    JsonParser tokens = parser;
    try {
      while (true) {
        if (!inData && !findData(tokens)) {
          return Optional.empty();
        }
        if (tokens.nextToken() == JsonToken.END_ARRAY) {
          inData = false;
        } else {
          return Optional.of(row(tokens));
        }
      }
    } catch (JsonProcessingException e) {
      return Optional.of(broken(tokens, Json.notJson(e)));
    } catch (RowFault e) {
      return Optional.of(broken(tokens, e));
    }
  }

  /** Goes on to the rows of this page or of the next; false at the end of the input. */
  private boolean findData(JsonParser tokens) throws IOException, RowFault {
    while (true) {
      JsonToken token = tokens.nextToken();
      if (token == null) {
        return false;
      } else if (token == JsonToken.START_OBJECT) {
        turns = new TronGrid.Turns();
        dataSeen = false;
      } else if (token == JsonToken.END_OBJECT) {
        if (!dataSeen) {
          throw new RowFault("data", "is missing; expected a list of transfers");
        }
      } else if (token != JsonToken.FIELD_NAME) {
        throw new RowFault(
            "", "is not a page of TronGrid; expected an object with a list named data");
      } else if (tokens.currentName().equals("data")) {
        if (tokens.nextToken() != JsonToken.START_ARRAY) {
          throw new RowFault("data", "is no list; expected a list of transfers");
        }
        dataSeen = true;
        inData = true;
        return true;
      } else {
        tokens.nextToken();
        tokens.skipChildren();
      }
    }
  }

  private IngestLine row(JsonParser tokens) throws IOException {
    long line = tokens.currentTokenLocation().getLineNr();
    JsonNode node = ROWS.readValue(tokens);
    String raw = node.toString();
    try {
      return converter.convert(Row.of(line, raw, node), turns);
    } catch (RowFault e) {
      return new IngestLine.Refused(line, e.field(), e.reason(), raw);
    }
  }

  /** A document cannot be taken up again behind a fault, as lines can. */
  private IngestLine broken(JsonParser tokens, RowFault fault) {
    broken = true;
    return new IngestLine.Refused(
        tokens.currentLocation().getLineNr(),
        fault.field(),
        fault.reason() + "; the rest of the input was not read",
        "");
  }
}
