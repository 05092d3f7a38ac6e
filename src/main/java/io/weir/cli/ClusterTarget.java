package io.weir.cli;

import io.weir.avro.RegistryUnavailable;
import io.weir.domain.ListManifest;
import io.weir.domain.Refusal;
import io.weir.domain.Retrieval;
import io.weir.lists.ListDiff;
import io.weir.lists.ListId;
import io.weir.lists.ListRefused;
import io.weir.lists.Publication;
import io.weir.publish.HeldLists;
import io.weir.publish.HeldManifests;
import io.weir.publish.ListLoad;
import io.weir.publish.ListNotPublished;
import io.weir.publish.ListPublisher;
import io.weir.publish.ListTopicMissing;
import io.weir.publish.ListTopicUnread;
import io.weir.publish.ListTopics;
import io.weir.sources.ListTarget;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The lists in force on a cluster. A publisher is opened for each thing that is written and closed
 * after it: an open one keeps everybody else from publishing.
 */
final class ClusterTarget implements ListTarget {
  private final ListTopics topics;
  private final ListTrust trust;
  private final Clock clock;

  ClusterTarget(ListTopics topics, ListTrust trust, Clock clock) {
    this.topics = topics;
    this.trust = trust;
    this.clock = clock;
  }

  /** What is done with a publisher. */
  @FunctionalInterface
  private interface Publishing<T> {
    T by(ListPublisher publisher) throws ListRefused, NotTaken;
  }

  @Override
  public Optional<ListManifest> inForce(ListId id) throws NotTaken {
    try {
      HeldLists held = HeldLists.read(topics);
      return held.manifest(id).filter(manifest -> isWhole(held, id, manifest));
    } catch (ListTopicMissing | ListTopicUnread | RegistryUnavailable e) {
      throw new NotTaken(e);
    }
  }

  /** Whether the rows are what the load left; rows that cannot be read are mended by a load. */
  private static boolean isWhole(HeldLists held, ListId id, ListManifest manifest) {
    long listings =
        held.rows().values().stream()
            .flatMap(row -> row.listings().stream())
            .filter(id::publishes)
            .count();
    return held.unreadable().isEmpty()
        && held.unusableKeys().isEmpty()
        && manifest.listings().equals(OptionalInt.of(Math.toIntExact(listings)));
  }

  @Override
  public Change load(Publication publication) throws ListRefused, NotTaken {
    return publishing(
        publisher -> {
          ListLoad load = judged(trust, publisher.prepare(publication));
          publisher.publish(load);
          return change(load.diff());
        });
  }

  /** What is to be published of a load. */
  static ListLoad judged(ListTrust trust, ListLoad load) throws ListRefused {
    LoadOutcome outcome = trust.judge(load);
    if (outcome.refusal().isPresent()) {
      throw outcome.refusal().get();
    }
    return outcome.load();
  }

  static Change change(ListDiff diff) {
    return new Change(diff.added().size(), diff.amended().size(), diff.removed().size());
  }

  @Override
  public void confirm(ListManifest confirmed, Retrieval retrieval) throws NotTaken {
    ListId id = ListId.of(confirmed);
    written(
        publisher -> {
          // With a publisher open nobody else changes it any more.
          if (!HeldManifests.read(topics).of(id).equals(Optional.of(confirmed))) {
            throw new NotTaken("Somebody else has published " + id + " meanwhile.");
          }
          return publisher.confirm(id, retrieval);
        });
  }

  @Override
  public void refuse(ListId id, Refusal refusal) throws NotTaken {
    written(
        publisher -> {
          publisher.refuse(id, refusal);
          return id;
        });
  }

  private void written(Publishing<?> work) throws NotTaken {
    try {
      publishing(work);
    } catch (ListRefused e) {
      throw new IllegalStateException("Nothing was judged", e);
    }
  }

  private <T> T publishing(Publishing<T> work) throws ListRefused, NotTaken {
    try (ListPublisher publisher = ListPublisher.open(topics, clock)) {
      return work.by(publisher);
    } catch (ListNotPublished | ListTopicMissing | ListTopicUnread | RegistryUnavailable e) {
      throw new NotTaken(e);
    }
  }
}
