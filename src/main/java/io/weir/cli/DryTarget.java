package io.weir.cli;

import io.weir.avro.RegistryUnavailable;
import io.weir.domain.ListManifest;
import io.weir.domain.Refusal;
import io.weir.domain.Retrieval;
import io.weir.lists.ListId;
import io.weir.lists.ListRefused;
import io.weir.lists.Publication;
import io.weir.publish.HeldLists;
import io.weir.publish.ListLoad;
import io.weir.publish.ListTopicMissing;
import io.weir.publish.ListTopicUnread;
import io.weir.publish.ListTopics;
import io.weir.sources.ListTarget;
import java.util.Optional;

/** The lists in force on a cluster, compared with and left as they are. */
final class DryTarget implements ListTarget {
  private final ListTarget cluster;
  private final ListTopics topics;
  private final ListTrust trust;

  DryTarget(ListTarget cluster, ListTopics topics, ListTrust trust) {
    this.cluster = cluster;
    this.topics = topics;
    this.trust = trust;
  }

  @Override
  public Optional<ListManifest> inForce(ListId id) throws NotTaken {
    return cluster.inForce(id);
  }

  /** Reads only: to open a publisher would take the place of one that is at work. */
  @Override
  public Change load(Publication publication) throws ListRefused, NotTaken {
    ListLoad load = ClusterTarget.judged(trust, ListLoad.of(publication, held()));
    return ClusterTarget.change(load.diff());
  }

  private HeldLists held() throws NotTaken {
    try {
      return HeldLists.read(topics);
    } catch (ListTopicMissing | ListTopicUnread | RegistryUnavailable e) {
      throw new NotTaken(e);
    }
  }

  @Override
  public void confirm(ListManifest confirmed, Retrieval retrieval) {}

  @Override
  public void refuse(ListId id, Refusal refusal) {}
}
