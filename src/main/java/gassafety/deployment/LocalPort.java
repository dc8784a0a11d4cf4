package gassafety.deployment;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports on this machine's own address. */
final class LocalPort {

    private static final int HIGHEST = 65_535;

    private LocalPort() {}

    /** Whether another program listens there; port 0 stands for any free one. */
    static boolean isTaken(int port) throws IOException {
        try {
            open(port).close();
            return false;
        } catch (BindException taken) {
            return true;
        }
    }

    /**
     * The port for the embedded server.
     *
     * @param wanted 0 for any free one
     * @throws StartupProblem when it is no port or another program has it
     */
    static int choose(String wanted) throws IOException {
        if (!wanted.matches("[0-9]{1,5}") || Integer.parseInt(wanted) > HIGHEST) {
            throw new StartupProblem(
                    "GASSAFETY_DATABASE_PORT=" + wanted + " 不是端口号，应在 0 到 " + HIGHEST + " 之间（0 为任意空闲端口）。",
                    "GASSAFETY_DATABASE_PORT=" + wanted + " is no port: give 0 (any free one) to " + HIGHEST + ".");
        }
        try (ServerSocket socket = open(Integer.parseInt(wanted))) {
            return socket.getLocalPort();
        } catch (BindException taken) {
            throw new StartupProblem(
                    "数据库端口 " + wanted + " 已被别的程序占用。请停止那个程序，或修改 GASSAFETY_DATABASE_PORT（0 为任意空闲端口）。",
                    "The database port " + wanted + " is taken by another program. Stop that program, or change"
                            + " GASSAFETY_DATABASE_PORT (0 takes any free one).",
                    taken);
        }
    }

    private static ServerSocket open(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket;
        } catch (IOException refused) {
            socket.close();
            throw refused;
        }
    }
}
