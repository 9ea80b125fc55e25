package org.chancery.alfresco.routing;

import java.util.stream.Collectors;
import org.alfresco.error.AlfrescoRuntimeException;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.RepositoryException;

/**
 * Around the platform's workflow service: what the domain refuses is said in its own words. Share
 * shows what the platform's own kind of failure says, and of everything else that it is unknown.
 */
public final class Refusals implements MethodInterceptor {

  @Override
  public Object invoke(MethodInvocation call) throws Throwable {
    try {
      return call.proceed();
    } catch (RuntimeException e) {
      throw OwnHand.refusal(e)
          .<RuntimeException>map(refused -> new AlfrescoRuntimeException(words(refused), refused))
          .orElse(e);
    }
  }

  private static String words(RepositoryException refused) {
    return refused instanceof Invalid invalid
        ? invalid.problems().entrySet().stream()
            .map(each -> "'" + each.getKey() + "' " + each.getValue())
            .collect(Collectors.joining("; ", "", "."))
        : refused.getMessage();
  }
}
