<?php
/**
 * Plugin Name:       Privacy Policy Element
 * Description:       Shows your privacy policy page with contents and sections that fold, and marks what changed since the visitor last read it. Nothing about visitors leaves their device.
 * Version:           0.1.0
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * Author:            the privacy-policy-element authors
 * License:           MIT
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       privacy-policy-element
 * Domain Path:       /languages
 *
 * @package PrivacyPolicyElement
 */

namespace PrivacyPolicyElement;

defined( 'ABSPATH' ) || exit;

const VERSION = '0.1.0';
const HANDLE  = 'privacy-policy-element';

/** Attributes of the tag that hold an address. */
const ADDRESSES = array( 'src', 'previous-src' );

/** What authors may set on the tag; the rest of its attributes is for scripts. */
const ATTRIBUTES = array(
	'src',
	'format',
	'previous-src',
	'heading-level',
	'no-title',
	'expanded',
	'toc',
	'changes',
	'storage',
	'storage-key',
	'theme',
	'no-hash',
	'id-prefix',
	'light-content',
	'updated',
	'effective',
	'version',
	'lang',
	'class',
);

/**
 * Registers the scripts, the shortcode and the block.
 *
 * @return void
 */
function init() {
	load_plugin_textdomain( 'privacy-policy-element', false, basename( __DIR__ ) . '/languages' );
	wp_register_script( HANDLE, plugins_url( 'privacy-policy.min.js', __FILE__ ), array(), VERSION, true );
	wp_register_script(
		HANDLE . '-block',
		plugins_url( 'block.js', __FILE__ ),
		array( 'wp-blocks', 'wp-block-editor', 'wp-components', 'wp-element', 'wp-i18n' ),
		VERSION,
		true
	);
	wp_set_script_translations( HANDLE . '-block', 'privacy-policy-element', __DIR__ . '/languages' );
	add_shortcode( 'privacy-policy', __NAMESPACE__ . '\shortcode' );
	register_block_type( __DIR__, array( 'render_callback' => __NAMESPACE__ . '\block' ) );
}
add_action( 'init', __NAMESPACE__ . '\init' );

/**
 * Asks for the script, and for the words of the element in the language of the page.
 *
 * @return void
 */
function enqueue() {
	wp_enqueue_script( HANDLE );
	$locale = str_replace( '_', '-', determine_locale() );
	foreach ( array( $locale, strtok( $locale, '-' ) ) as $language ) {
		if ( preg_match( '/^[A-Za-z-]+$/', $language ) && is_readable( __DIR__ . "/translations/$language.js" ) ) {
			wp_enqueue_script( HANDLE . '-words', plugins_url( "translations/$language.js", __FILE__ ), array( HANDLE ), VERSION, true );
			return;
		}
	}
}

/**
 * Writes the tag around some content, and asks for the script.
 *
 * @param array  $attributes Attributes by name; those that are not known are left out.
 * @param string $content    HTML of the policy, or of what is shown in its stead.
 * @return string HTML.
 */
function tag( array $attributes, $content ) {
	enqueue();
	// The theme's distances between blocks apply to the children of this class.
	$attributes += array( 'class' => 'is-layout-flow' );
	$written     = '';
	foreach ( $attributes as $name => $value ) {
		if ( in_array( $name, ATTRIBUTES, true ) && is_scalar( $value ) && '' !== (string) $value ) {
			$value    = in_array( $name, ADDRESSES, true ) ? esc_url( $value ) : esc_attr( $value );
			$written .= sprintf( ' %s="%s"', $name, $value );
		}
	}
	return '<privacy-policy' . $written . '>' . $content . '</privacy-policy>';
}

/**
 * Wraps the page of Settings > Privacy, which may stay as it is.
 *
 * @param string $content HTML of a post.
 * @return string HTML.
 */
function wrap( $content ) {
	if ( has_tag( $content ) ) {
		enqueue();
		return $content;
	}
	$page = (int) get_option( 'wp_page_for_privacy_policy' );
	if ( ! $page || get_the_ID() !== $page || ! is_page( $page ) || ! in_the_loop() || ! is_main_query() ) {
		return $content;
	}
	if ( post_password_required() || has_shortcode( get_post_field( 'post_content', $page ), 'privacy-policy' ) ) {
		return $content;
	}
	/**
	 * Filters what is set on the tag around the page of Settings > Privacy.
	 *
	 * @param array $attributes Attributes by name.
	 */
	$attributes = (array) apply_filters( 'privacy_policy_element_attributes', array( 'no-title' => 'true' ) );
	return tag( $attributes, $content );
}
// After blocks, shortcodes and autop.
add_filter( 'the_content', __NAMESPACE__ . '\wrap', 99 );

/**
 * Tells whether the tag is there already, written by hand, by the block or by the shortcode.
 *
 * @param string $content HTML.
 * @return bool
 */
function has_tag( $content ) {
	return false !== stripos( $content, '<privacy-policy' );
}

/**
 * Renders [privacy-policy src="…"], or [privacy-policy]…[/privacy-policy].
 *
 * @param array|string $attributes What was written in the shortcode.
 * @param string|null  $content    What it encloses.
 * @return string HTML.
 */
function shortcode( $attributes, $content = null ) {
	$named = array();
	foreach ( (array) $attributes as $name => $value ) {
		// Attributes without a value have a number for their name.
		if ( is_int( $name ) ) {
			$named[ $value ] = 'true';
		} else {
			$named[ $name ] = $value;
		}
	}
	// The paragraphs that autop leaves open around what is enclosed.
	$content = preg_replace( '~^\s*</p>|<p>\s*$~', '', (string) $content );
	return tag( $named, do_shortcode( $content ) );
}

/**
 * Renders the block.
 *
 * @param array  $attributes Attributes of the block.
 * @param string $content    HTML of the blocks inside it.
 * @return string HTML.
 */
function block( array $attributes, $content ) {
	return tag( array( 'src' => isset( $attributes['src'] ) ? $attributes['src'] : '' ), $content );
}

/**
 * Lets every author write the tag, as far as it can do no harm.
 *
 * @param array        $tags    Allowed tags and their attributes.
 * @param string|array $context Where they are allowed.
 * @return array
 */
function allow( $tags, $context ) {
	if ( 'post' === $context ) {
		$tags['privacy-policy'] = array_fill_keys( ATTRIBUTES, true );
	}
	return $tags;
}
add_filter( 'wp_kses_allowed_html', __NAMESPACE__ . '\allow', 10, 2 );

/**
 * Has addresses in the tag checked as those of other tags are.
 *
 * @param string[] $attributes Names of attributes that hold addresses.
 * @return string[]
 */
function check_addresses( $attributes ) {
	return array_merge( $attributes, ADDRESSES );
}
add_filter( 'wp_kses_uri_attributes', __NAMESPACE__ . '\check_addresses' );
