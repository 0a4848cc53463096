package io.yobidashi.localcloud.buttons;

/**
 * What the receiving end said to a transmission.
 *
 * @param road {@code http}, {@code mqtt} or {@code sqs}
 * @param status that of HTTP; a publish has 200 once acknowledged; 502 where nobody answered
 * @param contentType null where nobody answered
 */
record Answer(String road, int status, String contentType, String body) {

    static Answer nobody(String road, String detail) {
        return new Answer(road, 502, null, detail);
    }

    boolean cameFromNobody() {
        return contentType == null;
    }
}
