/** dashboard-service: hears the shadows over MQTT, keeps the board, shows it to every viewer. Only reads. */
@NullMarked
package io.yobidashi.dashboard;

import org.jspecify.annotations.NullMarked;
