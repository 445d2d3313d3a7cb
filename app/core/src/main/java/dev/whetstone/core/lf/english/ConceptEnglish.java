package dev.whetstone.core.lf.english;

import java.util.Map;

/// The shipped word lists as an expert would speak of them; a list of the house is named.
final class ConceptEnglish {
    /// One of it with its article, and many.
    private record Name(String one, String many) {
        static Name of(String one, String many) {
            return new Name(one, many);
        }

        static Name mass(String name) {
            return new Name(name, "expressions of " + name);
        }
    }

    private static final Map<String, Name> NAMES =
            Map.ofEntries(
                    Map.entry("apology", Name.of("an apology", "apologies")),
                    Map.entry("empathy", Name.mass("empathy")),
                    Map.entry("greeting", Name.of("a greeting", "greetings")),
                    Map.entry("sign_off", Name.of("a sign-off", "sign-offs")),
                    Map.entry("hedge", Name.of("a hedge (might, perhaps …)", "hedging words")),
                    Map.entry("guarantee", Name.of("a guarantee", "guarantees")),
                    Map.entry("blame", Name.mass("blame")),
                    Map.entry("promise", Name.of("a promise", "promises")),
                    Map.entry("request", Name.of("a request", "requests")),
                    Map.entry("recommend", Name.of("a recommendation", "recommendations")),
                    Map.entry("disclaimer", Name.of("a disclaimer", "disclaimers")),
                    Map.entry(
                            "legal_disclaimer", Name.of("a legal disclaimer", "legal disclaimers")),
                    Map.entry(
                            "financial_disclaimer",
                            Name.of("a financial disclaimer", "financial disclaimers")),
                    Map.entry("because", Name.of("a reason (because, since …)", "reasons")),
                    Map.entry("conclusion", Name.of("a conclusion", "conclusions")),
                    Map.entry("contact", Name.of("who to contact", "ways to get in touch")),
                    Map.entry(
                            "contact_support",
                            Name.of("how to reach support", "references to support")),
                    Map.entry("next_steps", Name.of("next steps", "next steps")),
                    Map.entry(
                            "anything_else",
                            Name.of("an offer of further help", "offers of further help")),
                    Map.entry("deadline", Name.of("a deadline", "deadlines")),
                    Map.entry("jargon", Name.of("jargon", "jargon words")),
                    Map.entry(
                            "condescending",
                            Name.of("a condescending phrase", "condescending phrases")),
                    Map.entry("profanity", Name.of("a swear word", "swear words")),
                    Map.entry(
                            "meta_AI",
                            Name.of("a remark that it is an AI", "remarks that it is an AI")),
                    Map.entry("example", Name.of("an example", "examples")),
                    Map.entry("coverage", Name.of("a word about cover", "words about cover")),
                    Map.entry("exclusion", Name.of("an exclusion", "exclusions")),
                    Map.entry("appeal", Name.of("how to appeal", "words about an appeal")),
                    Map.entry("policy_number", Name.of("a policy number", "policy numbers")),
                    Map.entry("claim_ref", Name.of("a claim reference", "claim references")),
                    Map.entry("section_no", Name.of("a section number", "section numbers")),
                    Map.entry("financial_advice", Name.of("financial advice", "pieces of advice")),
                    Map.entry("risk_warning", Name.of("a risk warning", "risk warnings")),
                    Map.entry("investing", Name.of("a word about investing", "investment words")),
                    Map.entry("fee", Name.of("a fee", "fees")),
                    Map.entry("credentials", Name.of("a PIN or password", "PINs or passwords")),
                    Map.entry("refund_offer", Name.of("a refund", "refunds")),
                    Map.entry("diagnosis", Name.of("a diagnosis", "diagnoses")),
                    Map.entry(
                            "see_professional",
                            Name.of("advice to see a professional", "referrals")),
                    Map.entry("suggest_medicine", Name.of("a medicine", "medicines")),
                    Map.entry("emergency", Name.of("an emergency contact", "emergency contacts")),
                    Map.entry(
                            "medical_abbrev",
                            Name.of("a medical abbreviation", "medical abbreviations")),
                    Map.entry("symptom", Name.of("a symptom", "symptoms")),
                    Map.entry("study_claim", Name.of("a claim about studies", "study claims")),
                    Map.entry("hotline", Name.of("a hotline", "hotlines")),
                    Map.entry("side_effect", Name.of("a side effect", "side effects")),
                    Map.entry("allergy", Name.of("an allergy", "allergies")),
                    Map.entry(
                            "asks_allergies",
                            Name.of("a question about allergies", "questions about allergies")),
                    Map.entry("jurisdiction", Name.of("a jurisdiction", "jurisdictions")),
                    Map.entry("fund_name", Name.of("the name of a fund", "names of funds")),
                    Map.entry("business", Name.of("a business", "businesses")),
                    Map.entry(
                            "competitor_domains",
                            Name.of("a competitor's site", "competitors' sites")));

    private ConceptEnglish() {}

    static String one(String concept) {
        Name name = NAMES.get(concept);
        return name == null ? "words for " + concept.replace('_', ' ') : name.one();
    }

    static String many(String concept) {
        Name name = NAMES.get(concept);
        return name == null ? "words for " + concept.replace('_', ' ') : name.many();
    }
}
