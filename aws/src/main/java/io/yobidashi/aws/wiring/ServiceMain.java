package io.yobidashi.aws.wiring;

import io.quarkus.runtime.Quarkus;
import io.yobidashi.core.settings.BadSettingException;
import io.yobidashi.core.settings.Settings;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.ConfigProvider;

/** Starts a service, unless a setting makes no sense: then one line on standard error names it. */
public final class ServiceMain {
    private static final int BAD_SETTING = 1;

    private ServiceMain() {}

    /**
     * @param port the name of the setting of the service's port
     * @param check refuses the service's own settings; those that all services share are checked before
     */
    public static void run(String[] args, String port, Consumer<Settings> check) {
        try {
            Settings settings = CommonSettings.of(ConfigProvider.getConfig());
            CommonSettings.check(settings);
            settings.port(port);
            check.accept(settings);
        } catch (BadSettingException e) {
            System.err.println(e.getMessage());
            System.exit(BAD_SETTING);
        }
        Quarkus.run(args);
    }
}
