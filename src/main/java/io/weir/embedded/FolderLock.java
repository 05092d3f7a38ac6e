package io.weir.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A hold on a data folder, so that two brokers or two registries never write to the same files. The
 * operating system lets go of it when the process dies, so a crash leaves no stale lock behind.
 */
final class FolderLock implements AutoCloseable {
  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  static FolderLock take(Path folder, String fileName) {
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve(fileName), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        throw new EmbeddedFailure(
            "The data folder "
                + folder
                + " is in use: another Weir holds "
                + fileName
                + ". Stop it, or choose another folder.");
      }
      return new FolderLock(channel);
    } catch (IOException e) {
      throw new EmbeddedFailure("Cannot write to the data folder " + folder + ": " + e, e);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // Held by this very JVM.
      return null;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new EmbeddedFailure("Cannot let go of the data folder: " + e.getMessage(), e);
    }
  }
}
