package io.weir.cli;

import io.weir.lists.ListFormat;
import io.weir.lists.ListId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which list a publication is, as the flags say or its format tells. */
final class ListName {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--authority",
      paramLabel = "NAME",
      description = "Who designates, such as OFAC; needed where the format does not tell.")
  private @Nullable String authority;

  @Option(
      names = "--list",
      paramLabel = "NAME",
      description = "Which of its lists, such as SDN; needed where the format does not tell.")
  private @Nullable String list;

  private Optional<ListId> known = Optional.empty();

  /** The list that a publication in this format is. */
  ListId of(ListFormat format) {
    Optional<ListId> only = format.onlyList();
    if (only.isEmpty() && (authority == null || list == null)) {
      throw new ParameterException(
          spec.commandLine(),
          "The format "
              + format.id()
              + " does not tell whose list it is. Give --authority and --list.");
    }
    try {
      ListId id =
          ListId.ofPublication(
              authority == null ? only.orElseThrow().authority() : authority,
              list == null ? only.orElseThrow().list() : list);
      known = Optional.of(id);
      return id;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  /** The list, when it was asked for before. */
  Optional<ListId> known() {
    return known;
  }
}
