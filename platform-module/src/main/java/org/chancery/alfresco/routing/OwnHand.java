package org.chancery.alfresco.routing;

import java.util.Optional;
import java.util.function.Supplier;
import org.activiti.engine.ActivitiException;
import org.activiti.engine.ActivitiOptimisticLockingException;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.chancery.core.repository.RepositoryException;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * What the domain has the engine do, told apart from what somebody does to it by another client.
 * The engine asks nobody's leave then: the domain did.
 */
final class OwnHand {
  private final ThreadLocal<Integer> depth = ThreadLocal.withInitial(() -> 0);

  /** Whether the engine works for the domain on this thread. */
  boolean working() {
    return depth.get() > 0;
  }

  <T> T does(Supplier<T> work) {
    depth.set(depth.get() + 1);
    try {
      return AuthenticationUtil.runAsSystem(work::get);
    } catch (ActivitiOptimisticLockingException e) {
      // The platform tries again what fails like this, and knows no failure of the engine's own.
      throw new ConcurrencyFailureException("Somebody was faster in the engine", e);
    } catch (ActivitiException e) {
      throw refusal(e).<RuntimeException>map(refused -> refused).orElse(e);
    } finally {
      depth.set(depth.get() - 1);
    }
  }

  void does(Runnable work) {
    does(
        () -> {
          work.run();
          return null;
        });
  }

  /** What the domain said, below all that the engine wrapped it in. */
  static Optional<RepositoryException> refusal(Throwable thrown) {
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      if (at instanceof RepositoryException refused) {
        return Optional.of(refused);
      }
    }
    return Optional.empty();
  }
}
