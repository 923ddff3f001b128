package dev.coalmine.bot;

import dev.coalmine.bot.database.QueriesAsWritten;
import java.time.Clock;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** Coalmine. The first word on the command line may name a tool to run instead of the bot. */
@SpringBootApplication(
        scanBasePackages = {"dev.coalmine.bot", "dev.coalmine.commands", "dev.coalmine.storage"},
        proxyBeanMethods = false)
@ConfigurationPropertiesScan({"dev.coalmine.bot", "dev.coalmine.commands"})
@EntityScan("dev.coalmine.storage")
@EnableJpaRepositories(basePackages = "dev.coalmine.storage", queryEnhancerSelector = QueriesAsWritten.class)
public class BotApplication {

    public static void main(String[] args) throws InterruptedException {
        var tool = args.length == 0 ? null : Tool.named(args[0]);
        if (tool == null) {
            new SpringApplication(BotApplication.class).run(Example.orOwnConfiguration(args));
        } else {
            System.exit(tool.run(Arrays.asList(args).subList(1, args.length)));
        }
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
