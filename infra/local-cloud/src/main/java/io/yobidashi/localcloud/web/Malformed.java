package io.yobidashi.localcloud.web;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * What the HTTP server itself refuses, before any door sees it: in the form that the AWS SDKs read, as most who send such
 * a thing mean the data plane. The server then closes the connection; that is told, so that nobody uses it again.
 */
final class Malformed extends ErrorHandler {

    @Override
    protected void generateResponse(
            Request request, Response response, int code, String message, Throwable cause, Callback callback) {
        response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.getHeaders()
                .put("x-amzn-ErrorType", code < 500 ? "InvalidRequestException" : "InternalFailureException");
        String body = "{\"code\":" + code + ",\"message\":\"The request is malformed\"}";
        Content.Sink.write(response, true, body, callback);
    }
}
