package shop.shoppers;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

record Answer(String request, int status, String body) {
    /** @throws JourneyFailed if the shop answered something else */
    Answer expect(int expected) throws JourneyFailed {
        if (status != expected) {
            String shown = body.length() <= 200 ? body : body.substring(0, 200) + "...";
            throw new JourneyFailed(request + " answered " + status + " " + shown.strip());
        }
        return this;
    }

    JsonObject json() throws JourneyFailed {
        try {
            return JsonParser.parseString(body).getAsJsonObject();
        } catch (RuntimeException e) {
            throw new JourneyFailed(request + " answered no JSON object");
        }
    }
}
