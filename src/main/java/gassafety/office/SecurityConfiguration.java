package gassafety.office;

import gassafety.web.FallbackErrorController;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AccountExpiredException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Who gets in, and what every answer's headers forbid the browser. */
@Configuration
@EnableJpaRepositories(basePackages = "gassafety", repositoryBaseClass = ScopedRepositoryBase.class)
class SecurityConfiguration {

    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self';"
                    + " connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self';"
                    + " worker-src 'self'; frame-ancestors 'none'";

    /** Requests that a script sent in the background: they get a bare 401 and log in by themselves. */
    private static final RequestMatcher BACKGROUND =
            request -> request.getHeader("HX-Request") != null || "fetch".equals(request.getHeader("X-Requested-With"));

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    /** The time of a request is measured as a whole; measuring each of the filters in it costs more than most of them. */
    @Bean
    SecurityObservationSettings withoutObservations() {
        return SecurityObservationSettings.noObservations();
    }

    private static UserDetailsService userDetails(Accounts accounts) {
        return username -> accounts.findByUsername(username)
                .map(account -> User.withUsername(account.getUsername())
                        .password(account.getPasswordHash())
                        .disabled(!account.isEnabled())
                        .accountExpired(account.isAbandoned(Instant.now()))
                        .authorities(account.getRoles().stream()
                                .map(role -> "ROLE_" + role.name())
                                .toArray(String[]::new))
                        .build())
                .orElseThrow(() -> new UsernameNotFoundException(username));
    }

    @Bean
    LockingAuthenticationProvider authentication(Accounts accounts, PasswordEncoder encoder, LoginFailures failures) {
        return new LockingAuthenticationProvider(userDetails(accounts), encoder, failures);
    }

    @Bean
    SecurityFilterChain chain(HttpSecurity http, LoginFailures failures, Logins logins, CurrentCaller current)
            throws Exception {
        HttpSessionRequestCache pagesOnly = new HttpSessionRequestCache();
        pagesOnly.setRequestMatcher(
                request -> HttpMethod.GET.matches(request.getMethod()) && !BACKGROUND.matches(request));
        SavedRequestAwareAuthenticationSuccessHandler onward = new SavedRequestAwareAuthenticationSuccessHandler();
        onward.setRequestCache(pagesOnly);
        http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/login",
                                "/error",
                                "/csrf",
                                "/verify",
                                "/offline",
                                "/sw.js",
                                "/verify/*",
                                "/css/**",
                                "/js/**",
                                "/icons/**",
                                "/webjars/**",
                                "/favicon.ico",
                                "/actuator/health")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .hasRole(Role.ADMINISTRATOR.name())
                        .anyRequest()
                        .authenticated())
                .requestCache(cache -> cache.requestCache(pagesOnly))
                .formLogin(form -> form.loginPage("/login")
                        .successHandler((request, response, authentication) -> {
                            failures.forget(authentication.getName());
                            logins.record(authentication.getName());
                            onward.onAuthenticationSuccess(request, response, authentication);
                        })
                        .failureHandler((request, response, failure) -> {
                            LoginController.keepTyped(request);
                            response.sendRedirect(request.getContextPath() + "/login?" + reason(failure));
                        }))
                .addFilterAfter(new ForcedPasswordChange(current), AuthorizationFilter.class)
                .logout(logout -> logout.logoutSuccessUrl("/login?out"))
                .exceptionHandling(exceptions -> exceptions
                        .defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(org.springframework.http.HttpStatus.UNAUTHORIZED), BACKGROUND)
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/login"), request -> !BACKGROUND.matches(request))
                        .accessDeniedHandler((request, response, denied) -> {
                            if (denied instanceof CsrfException) {
                                request.setAttribute(FallbackErrorController.EXPIRED, true);
                            }
                            response.sendError(HttpServletResponse.SC_FORBIDDEN);
                        }))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)));
        return http.build();
    }

    private static String reason(Exception failure) {
        if (failure instanceof LockedException) {
            return "locked";
        }
        if (failure instanceof AccountExpiredException) {
            return "unused";
        }
        return failure instanceof DisabledException ? "disabled" : "wrong";
    }

    @Bean
    Logins logins(Accounts accounts) {
        return new Logins(accounts, Clock.systemUTC());
    }
}
