package dev.whetstone.core.text;

import java.util.List;
import java.util.Set;

/// Words that are written in capitals without shouting, and words without content.
final class Acronyms {
    static final Set<String> COMMON =
            Set.of(
                    ("AI AM API ASAP ATM BBC BMI CBD CD CEO CFO CIA CNN CO COVID CPA CPR CPU CSS CSV CT"
                                    + " CV DIY DNA DOB DVD EKG ECG ER ETA EU EUR FAQ FBI FDA FYI GBP GDP GDPR GMT GP"
                                    + " GPS GPU GPT HIV HR HTML HTTP HTTPS IBAN ICU ID IELTS II III IP IQ IRS ISBN"
                                    + " ISO IT IV JSON KPI LED LGBTQ LLC LLM LTD MBA MRI MS NASA NATO NBA NFL NGO"
                                    + " NHS NLP NYC OK PC PDF PHP PIN PM PMID PR PS RAM RNA ROI SEO SIM SMS SQL SSN"
                                    + " STEM SUV TB TSB TV UAE UI UK UN UNESCO URL US USA USB USD UTC UV UX VAT VIP"
                                    + " VPN WHO WWW XML YAML")
                            .split(" "));

    /// Hashes of English function words, as [Words] has them.
    static final WordHashes FUNCTION_WORDS =
            WordHashes.of(
                    List.of(
                            ("a about after all also am an and any are as at be because been before being but by"
                                            + " can could did do does doing down each few for from had has have he her"
                                            + " here him his how i if in into is it its itself just me more most my no"
                                            + " nor not of off on once only or other our out over own same she should"
                                            + " so some such than that the their them then there these they this those"
                                            + " through to too under until up very was we were what when where which"
                                            + " while who whom why will with would you your")
                                    .split(" ")));

    private Acronyms() {}
}
