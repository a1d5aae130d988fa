package io.dorsal.kit.pages.signin;

import io.dorsal.kit.pages.PageController;
import org.springframework.web.bind.annotation.GetMapping;

/** Where somebody ends who signed out while the identity provider was away. */
@PageController
class SignedOutPage {

    @GetMapping("/signed-out")
    String show() {
        return "shell/signed-out";
    }
}
