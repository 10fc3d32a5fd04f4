package oncall.grade;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the lab under judgement to checks. */
final class LabExtension implements ParameterResolver {

    static final String NAMESPACE = "oncall.grade";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Lab.class;
    }

    @Override
    public Lab resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Lab lab = context.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(NAMESPACE))
                .get(Lab.class, Lab.class);
        if (lab == null) {
            throw new IllegalStateException(
                    "no lab is under judgement: checks are run by oncall.grade.Grader, not by themselves");
        }
        return lab;
    }
}
