package io.weir.sources;

import io.weir.domain.ListManifest;
import io.weir.domain.Refusal;
import io.weir.domain.Retrieval;
import io.weir.lists.ListId;
import io.weir.lists.ListRefused;
import io.weir.lists.Publication;
import java.util.Optional;

/** The lists in force, and the only way to change them. Every method may wait for a cluster. */
public interface ListTarget {

  /**
   * What a load changed.
   *
   * @param added listings that were not there; amended and removed likewise
   */
  record Change(int added, int amended, int removed) {
    static final Change NOTHING = new Change(0, 0, 0);

    boolean isNothing() {
      return equals(NOTHING);
    }
  }

  /** The cluster did not answer, or did not take what it was given. */
  final class NotTaken extends Exception {
    private static final long serialVersionUID = 1L;

    public NotTaken(RuntimeException cause) {
      super(cause.getMessage(), cause);
    }

    public NotTaken(String why) {
      super(why);
    }
  }

  /**
   * The last load of a list, when what is in force is still exactly what it left behind; empty when
   * there was none, or when the publication has to be read again to set things right.
   */
  Optional<ListManifest> inForce(ListId id) throws NotTaken;

  /**
   * Compares, judges and publishes.
   *
   * @throws ListRefused when it is not plausible; nothing was published
   */
  Change load(Publication publication) throws ListRefused, NotTaken;

  /**
   * Writes down that the publication in force is still the newest.
   *
   * @param confirmed its last load; when there has been another meanwhile, nothing is written
   */
  void confirm(ListManifest confirmed, Retrieval retrieval) throws NotTaken;

  /** Writes down that a publication was refused. */
  void refuse(ListId id, Refusal refusal) throws NotTaken;
}
