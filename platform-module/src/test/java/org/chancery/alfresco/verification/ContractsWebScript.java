package org.chancery.alfresco.verification;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.chancery.alfresco.repository.AlfrescoRepository;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Page;
import org.chancery.core.repository.contract.HostPorts;
import org.chancery.core.search.ChangeFeed;
import org.chancery.core.search.Indexer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.extensions.webscripts.AbstractWebScript;
import org.springframework.extensions.webscripts.WebScriptRequest;
import org.springframework.extensions.webscripts.WebScriptResponse;

/**
 * Answers {@code GET chancery/verification/contracts?contract=&test=} with one line a test, as each
 * ends; the last line is {@code end} and the number of tests that failed. For administrators. What
 * the tests made is deleted afterwards.
 */
public final class ContractsWebScript extends AbstractWebScript {

  private static final Caller SYSTEM = Caller.ofSystem();

  private final ReentrantLock one = new ReentrantLock();
  private final AlfrescoRepository repository;
  private final ObjectProvider<ChangeFeed> feed;
  private final ObjectProvider<Indexer> indexer;
  private final EngineAtHand engine;
  private final ContractAccounts accounts;

  ContractsWebScript(
      AlfrescoRepository repository,
      ObjectProvider<ChangeFeed> feed,
      ObjectProvider<Indexer> indexer,
      EngineAtHand engine,
      ContractAccounts accounts) {
    this.repository = repository;
    this.feed = feed;
    this.indexer = indexer;
    this.engine = engine;
    this.accounts = accounts;
  }

  @Override
  public void execute(WebScriptRequest request, WebScriptResponse response) throws IOException {
    response.setContentType("text/plain;charset=UTF-8");
    OutputStream out = response.getOutputStream();
    if (!one.tryLock()) {
      response.setStatus(409);
      return;
    }
    Runnable goOn = () -> {};
    try {
      accounts.ensure();
      // The contract plays the indexer's part itself.
      Indexer real = indexer.getIfAvailable();
      goOn = real == null ? goOn : real.pause();
      Set<NodeId> before = tests();
      int[] failed = new int[1];
      Runnable contracts = () -> run(request, out, failed);
      Indexer following = indexer.getIfAvailable();
      if (following == null) {
        contracts.run();
      } else {
        IndexerAtRest.during(following, contracts);
      }
      Set<NodeId> made = tests();
      made.removeAll(before);
      made.forEach(this::delete);
      write(out, "end\t" + failed[0]);
    } finally {
      goOn.run();
      one.unlock();
    }
  }

  private void run(WebScriptRequest request, OutputStream out, int[] failed) {
    ContractRun.run(
        new HostPorts(
            repository.nodes(),
            repository.contents(),
            repository.versions(),
            repository.permissions(),
            repository.transactions(),
            feed.getIfAvailable()),
        engine,
        parameter(request, "contract"),
        parameter(request, "test"),
        line -> {
          failed[0] += line.contains("\tfailed\t") ? 1 : 0;
          write(out, line);
        });
  }

  private Set<NodeId> tests() {
    Nodes nodes = repository.nodes();
    Set<NodeId> found = new HashSet<>();
    Optional<String> cursor = Optional.empty();
    do {
      Page<Node> page = nodes.children(SYSTEM, nodes.root(), cursor, 1000);
      page.items().stream()
          .filter(node -> node.name().startsWith("test "))
          .forEach(node -> found.add(node.id()));
      cursor = page.cursor();
    } while (cursor.isPresent());
    return found;
  }

  private void delete(NodeId id) {
    repository.transactions().write(() -> repository.nodes().delete(SYSTEM, id, Optional.empty()));
  }

  private static Optional<String> parameter(WebScriptRequest request, String name) {
    return Optional.ofNullable(request.getParameter(name)).filter(value -> !value.isBlank());
  }

  private static void write(OutputStream out, String line) {
    try {
      out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
