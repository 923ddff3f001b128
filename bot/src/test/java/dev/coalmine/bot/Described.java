package dev.coalmine.bot;

import dev.coalmine.bot.slack.Manifest;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mockito.Mockito;
import org.springframework.beans.TypeConverter;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** Commands and what is derived from them, able to describe themselves but nothing else: that starts in a second. */
final class Described {

    private Described() {}

    static <T> Collection<T> byTheCode(Class<T> type) {
        var context = new AnnotationConfigApplicationContext(new StandIns());
        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
        context.registerBean(JsonMapper.class, () -> JsonMapper.shared());
        context.register(Manifest.class);
        context.scan("dev.coalmine.commands");
        context.refresh();
        return context.getBeansOfType(type).values();
    }

    /** What is not there, such as the database, is stood in for. */
    private static final class StandIns extends DefaultListableBeanFactory {

        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable Object resolveDependency(
                DependencyDescriptor wanted,
                @Nullable String by,
                @Nullable Set<String> names,
                @Nullable TypeConverter converter) {
            try {
                return super.resolveDependency(wanted, by, names, converter);
            } catch (NoSuchBeanDefinitionException absent) {
                return Mockito.mock(wanted.getDependencyType());
            }
        }
    }
}
