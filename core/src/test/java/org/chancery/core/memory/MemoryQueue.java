package org.chancery.core.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.core.intake.WorkQueue;

/** The durable queue in memory. */
public final class MemoryQueue implements WorkQueue {
  private final MemoryHost host;

  MemoryQueue(MemoryHost host) {
    this.host = host;
  }

  @Override
  public void add(String queue, String key) {
    host.requireTransaction();
    MemoryState.Item waiting = host.state.queue.get(queue + "/" + key);
    if (waiting == null) {
      host.state.queue.put(
          queue + "/" + key,
          new MemoryState.Item(++host.state.counter, queue, key, 0, "", host.clock().instant()));
    } else if (waiting.lease().isEmpty()) {
      put(waiting, waiting.attempts(), "", host.clock().instant());
    }
  }

  @Override
  public Optional<Work> take(String queue, Duration lease) {
    return host.write(
        () -> {
          Instant now = host.clock().instant();
          Optional<MemoryState.Item> due =
              host.state.queue.values().stream()
                  .filter(item -> item.queue().equals(queue) && !item.due().isAfter(now))
                  .findFirst();
          return due.map(
              item -> {
                String token = UUID.randomUUID().toString();
                put(item, item.attempts() + 1, token, now.plus(lease));
                return new Work(item.id(), queue, item.key(), item.attempts() + 1, token);
              });
        });
  }

  private void put(MemoryState.Item item, int attempts, String lease, Instant due) {
    host.state.queue.put(
        item.queue() + "/" + item.key(),
        new MemoryState.Item(item.id(), item.queue(), item.key(), attempts, lease, due));
  }

  private Optional<MemoryState.Item> held(Work work) {
    return Optional.ofNullable(host.state.queue.get(work.queue() + "/" + work.key()))
        .filter(item -> item.lease().equals(work.lease()));
  }

  @Override
  public boolean extend(Work work, Duration lease) {
    return host.write(
        () -> {
          Optional<MemoryState.Item> held = held(work);
          held.ifPresent(
              item -> put(item, item.attempts(), item.lease(), host.clock().instant().plus(lease)));
          return held.isPresent();
        });
  }

  @Override
  public Optional<Work> leased(String queue, long id, String lease) {
    return host.within(
        () ->
            host.state.queue.values().stream()
                .filter(item -> item.queue().equals(queue) && item.id() == id)
                .filter(item -> item.lease().equals(lease))
                .map(item -> new Work(id, queue, item.key(), item.attempts(), lease))
                .findFirst());
  }

  @Override
  public void release(Work work) {
    host.write(
        () ->
            held(work)
                .ifPresent(item -> put(item, item.attempts() - 1, "", host.clock().instant())));
  }

  @Override
  public int releaseAll(String queue) {
    return host.write(
        () -> {
          List<MemoryState.Item> leased =
              host.state.queue.values().stream()
                  .filter(item -> item.queue().equals(queue) && !item.lease().isEmpty())
                  .toList();
          leased.forEach(item -> put(item, item.attempts(), "", host.clock().instant()));
          return leased.size();
        });
  }

  @Override
  public boolean done(Work work) {
    host.requireTransaction();
    return held(work)
        .map(item -> host.state.queue.remove(item.queue() + "/" + item.key()))
        .isPresent();
  }

  @Override
  public void later(Work work, Duration delay, String reason) {
    host.write(
        () ->
            held(work)
                .ifPresent(
                    item -> put(item, item.attempts(), "", host.clock().instant().plus(delay))));
  }

  @Override
  public long size(String queue) {
    return host.within(
        () -> host.state.queue.values().stream().filter(i -> i.queue().equals(queue)).count());
  }
}
