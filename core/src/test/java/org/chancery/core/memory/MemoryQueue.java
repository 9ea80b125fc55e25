package org.chancery.core.memory;

import java.time.Duration;
import java.time.Instant;
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
    host.state.queue.computeIfAbsent(
        queue + "/" + key,
        unused ->
            new MemoryState.Item(++host.state.counter, queue, key, 0, "", host.clock().instant()));
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
  public void extend(Work work, Duration lease) {
    host.write(
        () ->
            held(work)
                .ifPresent(
                    item ->
                        put(
                            item,
                            item.attempts(),
                            item.lease(),
                            host.clock().instant().plus(lease))));
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
