package io.weir.avro;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Finds who takes part in transfers without making an object. Made by {@link
 * TransferReader#skimmer}; not safe for several threads.
 */
public final class PartySkimmer {
  /** Avro's limits on texts and collections are far above what fits in here. */
  private static final int MAX_BYTES = 1 << 20;

  private final WriterSchemas schemas;
  private final Map<Integer, Optional<Walk>> walks = new HashMap<>();

  /** The walk for the schema that came last; most topics have one. */
  private Optional<Walk> walk = Optional.empty();

  private int walkId = -1;

  PartySkimmer(WriterSchemas schemas) {
    this.schemas = schemas;
  }

  /**
   * Finds who takes part. Where it does, {@link TransferReader#parties} reads the same; where it
   * does not, that must be asked.
   *
   * @param value the bytes of the transfers topic
   * @param found is filled anew
   * @return false when the value cannot be read in this way, or not yet
   */
  public boolean skim(byte @Nullable [] value, SkimmedParties found) {
    if (value == null || !WireFormat.begins(value) || value.length > MAX_BYTES) {
      return false;
    }
    int id = WireFormat.schemaId(value);
    if (id != walkId && !learn(id)) {
      return false;
    }
    if (walk.isEmpty()) {
      return false;
    }
    found.begin(value);
    return walk.get().through(value, WireFormat.HEADER_BYTES, found);
  }

  /** Only a schema that is known already: to ask for one is for those who can wait. */
  private boolean learn(int id) {
    Schema writer = schemas.known(id);
    if (writer == null) {
      return false;
    }
    walk = walks.computeIfAbsent(id, unused -> Skim.of(writer));
    // Last: if that fails, the walk of another schema must not be taken for this one's.
    walkId = id;
    return true;
  }
}
