package io.broadsheet.embedded.demo;

import io.broadsheet.runtime.service.Service;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

import javax.net.ServerSocketFactory;

/** The origin: two ports of the loopback, one with TLS, and a script for each image. */
public final class DemoOrigin implements Service {

    private static final int SECURE_PORT_WANTED = 20_443;
    private static final int PLAIN_PORT_WANTED = 20_080;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final ScriptServer secure;
    private final ScriptServer plain;
    private final List<DemoImage> images;

    private DemoOrigin(ScriptServer secure, ScriptServer plain) {
        this.secure = secure;
        this.plain = plain;
        var stage = new Stage(secure, plain);
        new ShownImages(stage).set();
        new WithheldImages(stage).set();
        new UnreachedImages(stage, closed).set();
        this.images = stage.images();
    }

    /**
     * Takes its ports; answers once it is started.
     *
     * @param certificate that it shows
     * @throws io.broadsheet.embedded.machine.EmbeddedStartException if there is no port to be had
     */
    public static DemoOrigin open(DemoCertificate certificate) {
        ServerSocketFactory tls = certificate.context().getServerSocketFactory();
        ScriptServer secure = ScriptServer.open(tls, SECURE_PORT_WANTED);
        ScriptServer plain = ScriptServer.open(ServerSocketFactory.getDefault(), PLAIN_PORT_WANTED);
        return new DemoOrigin(secure, plain);
    }

    /** Every image that it knows of, with the verdict that it earns. */
    public List<DemoImage> images() {
        return images;
    }

    @Override
    public String name() {
        return "demo-origin";
    }

    @Override
    public void start() {
        secure.start();
        plain.start();
    }

    @Override
    public Optional<Throwable> failure() {
        return Optional.empty();
    }

    @Override
    public void close() {
        closed.countDown();
        secure.close();
        plain.close();
    }
}
