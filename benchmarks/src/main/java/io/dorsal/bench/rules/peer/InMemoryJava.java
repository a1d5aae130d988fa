package io.dorsal.bench.rules.peer;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.util.List;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles one class from its text, and keeps it in memory. */
final class InMemoryJava {
    private InMemoryJava() {}

    static <T> T instance(String name, String source, Class<T> type) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        boolean compiled = compiler.getTask(
                        messages,
                        new Keeping(compiler.getStandardFileManager(null, null, null), bytes),
                        null,
                        List.of("-proc:none", "-classpath", System.getProperty("java.class.path")),
                        null,
                        List.of(new Source(name, source)))
                .call();
        if (!compiled) {
            throw new IllegalStateException(messages.toString());
        }
        try {
            return type.cast(new Defining(bytes.toByteArray())
                    .define(name)
                    .getDeclaredConstructor()
                    .newInstance());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Defining extends ClassLoader {
        private final byte[] bytes;

        Defining(byte[] bytes) {
            super(InMemoryJava.class.getClassLoader());
            this.bytes = bytes;
        }

        Class<?> define(String name) {
            return defineClass(name, bytes, 0, bytes.length);
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Keeping extends ForwardingJavaFileManager<JavaFileManager> {
        private final OutputStream bytes;

        Keeping(JavaFileManager manager, OutputStream bytes) {
            super(manager);
            this.bytes = bytes;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + name + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return bytes;
                }
            };
        }
    }
}
