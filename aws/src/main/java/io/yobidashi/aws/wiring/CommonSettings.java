package io.yobidashi.aws.wiring;

import io.yobidashi.aws.roster.RosterFile;
import io.yobidashi.core.hours.WorkingHours;
import io.yobidashi.core.message.Hop;
import io.yobidashi.core.rules.Terms;
import io.yobidashi.core.settings.BadSettingException;
import io.yobidashi.core.settings.Settings;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import org.eclipse.microprofile.config.Config;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/** The settings that every service reads. */
public final class CommonSettings {
    private CommonSettings() {}

    public static Settings of(Config config) {
        return new Settings(name -> config.getOptionalValue(name, String.class));
    }

    /** Refuses what is missing or senseless among the settings of all services. */
    public static void check(Settings settings) {
        settings.policy();
        settings.offset("YOBIDASHI_CLOCK_OFFSET");
        maxDelay(settings);
        roster(settings).read();
        region(settings);
    }

    /** The region by the SDK's own chain, without which no client can be made. */
    private static void region(Settings settings) {
        if (settings.text("AWS_REGION").isPresent()) {
            return;
        }
        try {
            DefaultAwsRegionProviderChain.builder().build().getRegion();
        } catch (SdkClientException e) {
            throw new BadSettingException("AWS_REGION", "is not set, and nothing else tells the AWS SDK its region");
        }
    }

    /** The file of the roster. What it leaves out is as set, in the zone of this machine. */
    public static RosterFile roster(Settings settings) {
        String file = settings.required("YOBIDASHI_ROSTER", "the YAML file of people and buttons");
        Terms terms = new Terms(settings.policy(), WorkingHours.always(ZoneId.systemDefault()));
        try {
            return new RosterFile(Path.of(file), terms);
        } catch (InvalidPathException e) {
            throw new BadSettingException("YOBIDASHI_ROSTER", "is no file name");
        }
    }

    /** The longest delay of one hop, {@code YOBIDASHI_MAX_DELAY}, as far as SQS takes it. */
    public static Duration maxDelay(Settings settings) {
        Duration delay = settings.positive("YOBIDASHI_MAX_DELAY", Hop.SQS_LIMIT);
        return delay.compareTo(Hop.SQS_LIMIT) > 0 ? Hop.SQS_LIMIT : delay;
    }
}
