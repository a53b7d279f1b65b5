package io.broadsheet.web.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;

/**
 * The last wall: a socket that connects to allowed addresses only, whoever asks, and makes sure
 * that it arrived there before a byte is sent. It ignores the SOCKS settings of the JVM.
 */
final class VettedSocket extends Socket {

    private final EgressPolicy policy;

    VettedSocket(EgressPolicy policy) {
        super(Proxy.NO_PROXY);
        this.policy = policy;
    }

    @Override
    public void connect(SocketAddress endpoint, int timeoutMillis) throws IOException {
        refuseForbidden(endpoint);
        super.connect(endpoint, timeoutMillis);
        if (!endpoint.equals(getRemoteSocketAddress())) {
            close();
            throw new IOException("connected to another address than asked");
        }
    }

    private void refuseForbidden(SocketAddress endpoint) throws IOException {
        InetAddress address = ((InetSocketAddress) endpoint).getAddress();
        if (!policy.allows(AddressClass.of(address))) {
            throw new AddressRefusedException(address.getHostAddress(), AddressClass.of(address));
        }
    }
}
